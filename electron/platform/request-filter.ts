import { appOrigin } from '../ipc/sender'

/** What a development build also needs: DevTools, and Vite's server where one runs. */
export interface DevelopmentSources {
  readonly devServer?: string | undefined
}

/**
 * Whether the network may be asked for `url`: only for our own files and what a page makes itself, whatever the CSP
 * lets through. `development` is absent in packaged builds.
 */
export function mayBeRequested(url: string, development?: DevelopmentSources): boolean {
  const { protocol, host } = parse(url)
  if (`${protocol}//${host}` === appOrigin || protocol === 'data:' || protocol === 'blob:') return true
  if (!development) return false
  const { devServer } = development
  return protocol === 'devtools:' || (devServer !== undefined && host === parse(devServer).host)
}

function parse(url: string): { protocol: string; host: string } {
  try {
    return new URL(url)
  } catch {
    return { protocol: '', host: '' }
  }
}
