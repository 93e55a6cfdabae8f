import { hkdfSync } from 'node:crypto'

/** The journal's two keys, made from the one secret in the keychain. */
export interface JournalKeys {
  /** 64 hex digits: encrypts the file. */
  readonly file: string
  /** 32 bytes: authenticates the chain, so that whoever can decrypt the file can still not forge it unseen. */
  readonly chain: Uint8Array
}

/**
 * @param secret 32 random bytes as 64 hex digits
 * @throws TypeError for anything else
 */
export function deriveKeys(secret: string): JournalKeys {
  if (!/^[0-9a-f]{64}$/.test(secret)) throw new TypeError('the journal key is not 32 bytes in hex')
  const derive = (use: string) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', `gatehouse journal ${use}`, 32))
  return { file: derive('file').toString('hex'), chain: derive('chain') }
}
