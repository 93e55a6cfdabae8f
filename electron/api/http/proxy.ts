/** One way to the server: directly, or through a proxy at an address. */
export type Route = { readonly kind: 'direct' } | { readonly kind: 'proxy'; readonly address: string }

/** Answers like `PROXY proxy.example:8080; DIRECT` for an address, as Electron's `session.resolveProxy` does. */
export type ResolveProxy = (url: string) => Promise<string>

const schemes: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
}

/**
 * Reads a proxy answer into routes, in the order to try them. What cannot be used is left out: a malformed entry, or
 * SOCKS (undici's is experimental). An empty answer means direct; one that holds only unusable
 * entries means no route at all, as going around a prescribed proxy is not ours to decide.
 */
export function readRoutes(answer: string): Route[] {
  const entries = answer
    .split(';')
    .map((entry) => entry.trim())
    .filter(Boolean)
  if (entries.length === 0) return [{ kind: 'direct' }]
  return entries.flatMap((entry) => readEntry(entry) ?? [])
}

function readEntry(entry: string): Route | undefined {
  const [type = '', host = ''] = entry.split(/\s+/)
  if (type.toUpperCase() === 'DIRECT') return { kind: 'direct' }
  const scheme = schemes[type.toUpperCase()]
  if (!scheme || !/^[^\s/@?#]+:\d{1,5}$/.test(host)) return undefined
  return { kind: 'proxy', address: `${scheme}://${host}` }
}
