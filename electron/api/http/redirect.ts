import type { Answer } from './transport'

const redirects = new Set([301, 302, 303, 307, 308])

/**
 * Path and query that a redirect of a read leads to, or `undefined` when it is none or leaves the origin: our
 * token never goes to another host, nor from https to http.
 * @param path path and query that was asked for, which a relative `Location` starts from
 */
export function redirectTarget(answer: Answer, origin: string, path: string): string | undefined {
  const { location } = answer.headers
  if (!redirects.has(answer.status) || typeof location !== 'string') return undefined
  try {
    const target = new URL(location, `${origin}${path}`)
    return target.origin === origin ? target.pathname + target.search : undefined
  } catch {
    return undefined
  }
}
