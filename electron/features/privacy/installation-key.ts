import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import {
  type Certificate,
  type CertificateBody,
  canonicalJson,
  normalEmail,
  normalPhone,
} from '@shared/features/privacy'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { Journal } from '../../journal'
import type { Keychain } from '../../platform/keychain'

/** What an installation signs with, and recognises by whom it erased. */
export interface InstallationKey {
  /** Stands for an e-mail address that nobody can tell from it. */
  emailDigest(email: string): string
  phoneDigest(phone: string): string
  /** The number as it is, and as it ends with and without its country: either may be known. */
  phoneDigests(phone: string): string[]
  /** Stands for anything else, such as a key of a contact. */
  digest(what: string, value: string): string
  sign(body: CertificateBody): Certificate
  /** Whether a certificate is as it was signed, and whether by this installation. */
  verify(certificate: Certificate): 'valid' | 'other-key' | 'changed'
}

/** Last digits of a phone number that are the same with and without its country. */
const telling = 8

/** What stands before 32 bytes of a private Ed25519 key in PKCS 8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Answers the key from the keychain, made when nothing can have been signed with it; one that is gone is never replaced. */
export const installationKey =
  (keychain: Pick<Keychain, 'getOrCreateKey'>, journal: Pick<Journal, 'open' | 'store'>) =>
  async (): Promise<Result<InstallationKey, AppError<'NO_KEY'>>> => {
    const isOpen = (await journal.open()).state === 'ready'
    const existingData = !isOpen || (await journal.store.privacy.countSince(0)) > 0
    const secret = await keychain.getOrCreateKey('privacy', { existingData })
    if (secret.ok) return ok(keyFrom(secret.value))
    const { code } = secret.error
    return err(
      appError('NO_KEY', `the key of the installation cannot be had: ${code}`, { params: { reason: code } }),
    )
  }

/** @param secret 32 random bytes */
export function keyFrom(secret: Buffer): InstallationKey {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `gatehouse privacy ${use}`, 32))
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8, derive('signature')]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = spkiOf(createPublicKey(privateKey))
  const digests = derive('digests')
  const digest = (what: string, value: string) =>
    createHmac('sha256', digests).update(`${what}:${value}`).digest('hex')
  // Without the zero that is dialled within a country.
  const nationally = (phone: string) => normalPhone(phone).replace(/^0+/, '')
  const phoneDigest = (phone: string) => digest('phone', nationally(phone))
  return {
    digest,
    emailDigest: (email) => digest('email', normalEmail(email)),
    phoneDigest,
    phoneDigests: (phone) => {
      const digits = nationally(phone)
      const end = digits.length < telling ? [] : [digest('phone end', digits.slice(-telling))]
      return [phoneDigest(phone), ...end]
    },
    sign: (body) => ({
      body,
      signature: {
        algorithm: 'Ed25519',
        key: publicKey,
        value: sign(null, Buffer.from(canonicalJson(body)), privateKey).toString('base64'),
      },
    }),
    verify: ({ body, signature }) => {
      if (!isSigned(body, signature)) return 'changed'
      return signature.key === publicKey ? 'valid' : 'other-key'
    },
  }
}

const spkiOf = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).toString('base64')

function isSigned(body: CertificateBody, { key, value }: Certificate['signature']): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    return (
      publicKey.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(canonicalJson(body)), publicKey, Buffer.from(value, 'base64'))
    )
  } catch {
    return false
  }
}
