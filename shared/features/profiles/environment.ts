import { z } from 'zod'

/** Where a profile's requests go. The first three are the vendor's (rules.md #14). */
export const environments = ['production', 'staging', 'vendor-sandbox', 'built-in-sandbox', 'custom'] as const
export const environmentSchema = z.enum(environments)
export type Environment = z.infer<typeof environmentSchema>

const basePath = '/v3.8/distributor'

/** Subdomains of the vendor's environments (rules.md #14). */
const vendorHosts = {
  production: 'distributor-api',
  staging: 'staging-distributor-api',
  'vendor-sandbox': 'sandbox-distributor-api',
} as const

/** What is wrong with a custom address; words for each are in the locales. */
export type AddressProblem = 'empty' | 'unreadable' | 'not-https' | 'has-credentials' | 'has-query'

/** Reads a custom base address: https, or http on this computer alone (rules.md #13). */
export function parseCustomAddress(text: string): { baseAddress: string } | { problem: AddressProblem } {
  const trimmed = text.trim()
  if (trimmed === '') return { problem: 'empty' }
  let url: URL
  try {
    url = new URL(trimmed)
  } catch {
    return { problem: 'unreadable' }
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return { problem: 'not-https' }
  }
  if (url.username !== '' || url.password !== '') return { problem: 'has-credentials' }
  if (url.search !== '' || url.hash !== '') return { problem: 'has-query' }
  const path = url.pathname.replace(/\/+$/, '')
  return { baseAddress: url.origin + (path === '' ? basePath : path) }
}

/** True for a host name that cannot leave this computer. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/**
 * The address that requests start with, ending in `/v3.8/distributor` unless a custom one says otherwise.
 * `undefined` for the built-in sandbox, whose port is known only while it runs, and for an unusable address.
 */
export function baseAddressOf(environment: Environment, customAddress = ''): string | undefined {
  if (environment === 'built-in-sandbox') return undefined
  if (environment === 'custom') {
    const parsed = parseCustomAddress(customAddress)
    return 'baseAddress' in parsed ? parsed.baseAddress : undefined
  }
  return `https://${vendorHosts[environment]}.prioticket.com${basePath}`
}

/** Base address of a built-in sandbox that listens on `origin`. */
export const sandboxBaseAddress = (origin: string): string => origin + basePath

/**
 * What a secret is bound to: it is never used for another one. Scheme, host and port of the address; the built-in
 * sandbox is one origin whatever its port.
 */
export function secretOriginOf(environment: Environment, customAddress = ''): string | undefined {
  if (environment === 'built-in-sandbox') return 'gatehouse-sandbox:'
  const address = baseAddressOf(environment, customAddress)
  return address === undefined ? undefined : new URL(address).origin
}
