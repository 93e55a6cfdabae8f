import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { startService } from './service.mjs'

const SCREEN = '1600x1000x24'

/**
 * Starts a virtual display that only this user's programs may use.
 * @param {string} folder private to this run
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>}
 */
export async function startDisplay(folder) {
  const authority = path.join(folder, 'Xauthority')
  writeFileSync(authority, wildcardAuthority(randomBytes(16)), { mode: 0o600 })
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset', '-auth', authority]
  const { announced, stop } = await startService('Xvfb', args)
  return { env: { DISPLAY: `:${announced}`, XAUTHORITY: authority }, stop }
}

/**
 * An Xauthority file with one cookie for any display (its number is not known before the server has started).
 * One record: family 0xffff (any host), then address, display, method and cookie, each with a two-byte length.
 * @param {Buffer} cookie
 */
export function wildcardAuthority(cookie) {
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), cookie]
  const parts = fields.map((field) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(field.length)
    return Buffer.concat([length, field])
  })
  return Buffer.concat([Buffer.from([0xff, 0xff]), ...parts])
}
