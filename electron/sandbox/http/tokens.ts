import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { Refusal } from './refusal'

export interface TokenSettings {
  readonly clientId: string
  readonly clientSecret: string
  /** Validity in seconds. */
  readonly seconds: number
  readonly clock: () => number
}

export const DEFAULT_SCOPE = 'https://www.prioticketapis.com/auth/distributor.booking'
const SCOPE = /^https:\/\/www\.prioticketapis\.com\/auth\/[\w./]+$/

/**
 * Bearer tokens: JWTs signed with the client's secret, so that several are valid at once (rule 5) and all
 * outlive a restart of the server.
 */
export class Tokens {
  readonly #settings: TokenSettings

  constructor(settings: TokenSettings) {
    this.#settings = settings
  }

  /**
   * Answers the token call: `Basic base64(client_id:client_secret)` and a JSON body with `grant_type`
   * exactly `client_credentials` (rule 2). Missing credentials are 400 (rule 6), wrong ones 401.
   */
  grant(authorization: string | undefined, body: unknown) {
    if (authorization === undefined)
      throw new Refusal(400, 'invalid_request', 'The Authorization header is missing.')
    if (!this.#isClient(authorization))
      throw new Refusal(401, 'invalid_client', 'Unknown client or wrong secret.')
    const { grantType, scope } = readGrant(body)
    if (grantType !== 'client_credentials') {
      throw new Refusal(400, 'unsupported_grant_type', 'grant_type must be client_credentials.')
    }
    if (scope !== undefined && !SCOPE.test(scope))
      throw new Refusal(400, 'invalid_scope', `Unknown scope ${scope}.`)
    return {
      access_token: this.#sign(scope ?? DEFAULT_SCOPE),
      token_type: 'Bearer',
      expires_in: this.#settings.seconds,
      scope: scope ?? DEFAULT_SCOPE,
    }
  }

  /** Lets a call pass or refuses it with 401; without any credentials the answer has no body (rules 3, 6, 8, 63). */
  check(authorization: string | undefined): void {
    if (authorization === undefined || authorization === '') throw new Refusal(401, '', '')
    const [, token = ''] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization) ?? []
    const [header = '', payload = '', signature = ''] = token.split('.')
    const right = same(signature, this.#signature(`${header}.${payload}`))
    if (!right || expiryOf(payload) <= this.#settings.clock() / 1000) {
      throw new Refusal(401, 'INVALID_TOKEN', 'The token is expired, revoked or malformed.')
    }
  }

  #isClient(authorization: string): boolean {
    const [, encoded = ''] = /^Basic ([A-Za-z0-9+/]+=*)$/.exec(authorization) ?? []
    const { clientId, clientSecret } = this.#settings
    return same(Buffer.from(encoded, 'base64').toString('utf8'), `${clientId}:${clientSecret}`)
  }

  #sign(scope: string): string {
    const issued = Math.floor(this.#settings.clock() / 1000)
    const header = encode({ alg: 'HS256', typ: 'JWT' })
    const payload = encode({
      sub: this.#settings.clientId,
      scope,
      iat: issued,
      exp: issued + this.#settings.seconds,
      jti: randomUUID(),
    })
    return `${header}.${payload}.${this.#signature(`${header}.${payload}`)}`
  }

  #signature(text: string): string {
    return createHmac('sha256', this.#settings.clientSecret).update(text).digest('base64url')
  }
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function expiryOf(payload: string): number {
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  const expiry: unknown =
    typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'exp') : undefined
  return typeof expiry === 'number' ? expiry : 0
}

function readGrant(body: unknown): { grantType: unknown; scope: string | undefined } {
  if (typeof body !== 'object' || body === null) {
    throw new Refusal(400, 'invalid_request', 'The body must be a JSON object.')
  }
  const scope: unknown = Reflect.get(body, 'scope')
  if (scope !== undefined && scope !== null && typeof scope !== 'string') {
    throw new Refusal(400, 'invalid_scope', 'scope must be a text.')
  }
  return { grantType: Reflect.get(body, 'grant_type'), scope: scope ?? undefined }
}
