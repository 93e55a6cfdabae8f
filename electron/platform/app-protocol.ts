import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { net, protocol, type Session } from 'electron'

const scheme = 'app'
const host = 'gatehouse'

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
}

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
  const devServer = process.env.ELECTRON_RENDERER_URL
  session.protocol.handle(scheme, async (request) => {
    const url = new URL(request.url)
    if (url.host !== host || request.method !== 'GET') return notFound()
    const path = url.pathname === '/' ? '/index.html' : decodeURIComponent(url.pathname)
    const body =
      __GATEHOUSE_DEV__ && devServer
        ? await fromDevServer(devServer, path + url.search)
        : await fromFolder(folder, path)
    if (!body) return notFound()
    return path === '/index.html' ? page(body.bytes, firstPaint(), devServer) : respond(body.bytes, body.type)
  })
}

interface Body {
  readonly bytes: Buffer
  readonly type: string
}

async function fromFolder(folder: string, path: string): Promise<Body | undefined> {
  const file = normalize(join(folder, path))
  if (!file.startsWith(folder + sep)) return undefined
  const type = contentTypes[extname(file)]
  if (!type) return undefined
  try {
    return { bytes: await readFile(file), type }
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
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce, __GATEHOUSE_DEV__ ? devServer : undefined),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  })
}

/** No `unsafe-*`, nothing from elsewhere: the renderer reaches the world only through main. */
export function contentSecurityPolicy(nonce: string, devServer?: string): string {
  const hotReload = devServer ? ` ${devServer.replace(/^http/, 'ws')} ${devServer}` : ''
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${hotReload}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

function respond(bytes: Buffer, type: string): Response {
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' }
  return new Response(new Uint8Array(bytes), { headers })
}

const notFound = () => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })
