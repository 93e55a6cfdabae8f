/**
 * The policy of the page (docs/decisions/0003): no `unsafe-*`, nothing from elsewhere; the renderer reaches the world
 * only through main. `devServer` is the origin of Vite's server, whose socket tells of changed modules.
 */
export function contentSecurityPolicy(nonce: string, devServer?: string): string {
  const hotReload = devServer ? ` ${devServer.replace(/^http/, 'ws')} ${devServer}` : ''
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${hotReload}`,
    "frame-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
