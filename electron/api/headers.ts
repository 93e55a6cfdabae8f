import { randomUUID } from 'node:crypto'

/** Who is calling: this installation, not a person (rules.md #17). */
export interface ClientIdentity {
  /** `App-Name`. */
  readonly name: string
  /** `App-Version`. */
  readonly version: string
  /** `App-Platform`, such as `Windows`. */
  readonly platform: string
  /** `App-Machine-ID`: a random id of this installation. */
  readonly installId: string
  /** `App-Build-Number`. */
  readonly build?: string | undefined
  /** `App-Flavor`, such as `development`. */
  readonly flavor?: string | undefined
  /** `App-Package-Name`: the reverse domain name that the installer registers. */
  readonly packageName?: string | undefined
}

const platformNames: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'Windows',
  darwin: 'macOS',
  linux: 'Linux',
}

/** The name that people know a system by, for `App-Platform`. */
export const platformName = (platform: NodeJS.Platform): string => platformNames[platform] ?? platform

/** Headers that do not change between requests of one installation. */
export function identityHeaders(identity: ClientIdentity): Record<string, string> {
  return {
    'User-Agent': `${headerText(identity.name)}/${headerText(identity.version)}`,
    'App-Name': headerText(identity.name),
    'App-Version': headerText(identity.version),
    'App-Platform': headerText(identity.platform),
    'App-Machine-ID': headerText(identity.installId),
    ...(identity.build ? { 'App-Build-Number': headerText(identity.build) } : {}),
    ...(identity.flavor ? { 'App-Flavor': headerText(identity.flavor) } : {}),
    ...(identity.packageName ? { 'App-Package-Name': headerText(identity.packageName) } : {}),
    'Accept-Encoding': 'gzip',
  }
}

/** A new `App-Reference`: every request has its own, a repeated one and each step of a redirect too. */
export const newRequestId = (): string => randomUUID()

const headerText = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?')
