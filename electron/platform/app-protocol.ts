import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { net, protocol, type Session } from 'electron'
import { contentSecurityPolicy } from './content-security-policy'
import { servedFile } from './served-file'

const scheme = 'app'
const host = 'gatehouse'

/** What the page must know before its first paint, so that nothing flashes. */
export interface FirstPaint {
  readonly language: string
  readonly colorScheme: 'light' | 'dark' | 'auto'
}

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Serves the renderer from `app://gatehouse/`: files below `folder` only, a fresh CSP nonce on every load of the
 * page (docs/decisions/0003). In development the files come from Vite's server, under the same origin and CSP.
 */
export function serveRenderer(session: Session, folder: string, firstPaint: () => FirstPaint): void {
  const devServer = __GATEHOUSE_DEV__ ? process.env.ELECTRON_RENDERER_URL : undefined
  session.protocol.handle(scheme, async (request) => {
    const url = new URL(request.url)
    if (url.host !== host || request.method !== 'GET') return notFound()
    const body = devServer
      ? await fromDevServer(devServer, url.pathname + url.search)
      : fromFolder(folder, url.pathname)
    if (!body) return notFound()
    const isPage = url.pathname === '/' || url.pathname === '/index.html'
    return isPage ? page(body.bytes, firstPaint(), devServer) : respond(body.bytes, body.type)
  })
}

interface Body {
  readonly bytes: Buffer
  readonly type: string
}

/** Read at once: a start asks for dozens of small files, and each would wait for four turns of the thread pool. */
function fromFolder(folder: string, pathname: string): Body | undefined {
  const found = servedFile(folder, pathname)
  if (!found) return undefined
  try {
    return { bytes: readFileSync(found.file), type: found.type }
  } catch {
    return undefined
  }
}

async function fromDevServer(origin: string, path: string): Promise<Body | undefined> {
  const answer = await net.fetch(new URL(path, origin).href)
  if (!answer.ok) return undefined
  const type = answer.headers.get('content-type') ?? 'application/octet-stream'
  return { bytes: Buffer.from(await answer.arrayBuffer()), type }
}

/** Headers of whatever we serve. */
const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

function page(html: Buffer, { language, colorScheme }: FirstPaint, devServer: string | undefined): Response {
  const nonce = randomBytes(18).toString('base64')
  const text = html
    .toString('utf8')
    .replaceAll('__CSP_NONCE__', nonce)
    .replace(
      '<html lang="en" data-mantine-color-scheme="auto">',
      `<html lang="${language}" data-mantine-color-scheme="${colorScheme}">`,
    )
  return new Response(text, {
    headers: {
      ...commonHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce, devServer),
      'cache-control': 'no-store',
    },
  })
}

/** A file that is not the page can do nothing when it is opened as one. */
function respond(bytes: Buffer, type: string): Response {
  const headers = { ...commonHeaders, 'content-type': type, 'content-security-policy': "default-src 'none'" }
  return new Response(new Uint8Array(bytes), { headers })
}

const notFound = () => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })
