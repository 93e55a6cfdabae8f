import {
  baseAddressOf,
  parseCustomAddress,
  sandboxBaseAddress,
  secretOriginOf,
} from '@shared/features/profiles'
import { describe, expect, test } from 'vitest'

describe('the base address', () => {
  test.each([
    ['production', 'https://distributor-api.prioticket.com/v3.8/distributor'],
    ['staging', 'https://staging-distributor-api.prioticket.com/v3.8/distributor'],
    ['vendor-sandbox', 'https://sandbox-distributor-api.prioticket.com/v3.8/distributor'],
    ['built-in-sandbox', undefined],
  ] as const)('of %s is %s (rule 14)', (environment, address) => {
    expect(baseAddressOf(environment)).toBe(address)
  })

  test('of a built-in sandbox follows its port', () => {
    expect(sandboxBaseAddress('http://127.0.0.1:5000')).toBe('http://127.0.0.1:5000/v3.8/distributor')
  })
})

describe('a custom address', () => {
  test.each([
    ['https://api.example.com/v3.8/distributor', 'https://api.example.com/v3.8/distributor'],
    ['https://api.example.com/v3.8/distributor/', 'https://api.example.com/v3.8/distributor'],
    [' https://API.example.com ', 'https://api.example.com/v3.8/distributor'],
    ['https://proxy.example.com/prio/', 'https://proxy.example.com/prio'],
    ['http://localhost:8080', 'http://localhost:8080/v3.8/distributor'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/v3.8/distributor'],
    ['http://[::1]:8080', 'http://[::1]:8080/v3.8/distributor'],
  ])('%s reads %s', (text, baseAddress) => {
    expect(parseCustomAddress(text)).toEqual({ baseAddress })
  })

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['api.example.com', 'unreadable'],
    ['http://api.example.com', 'not-https'],
    ['http://127.0.0.1.example.com', 'not-https'],
    ['http://localhost.example.com', 'not-https'],
    ['http://0.0.0.0:8080', 'not-https'],
    ['http://192.168.1.4', 'not-https'],
    ['ftp://api.example.com', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['localhost:8080', 'not-https'],
    ['https://user:secret@api.example.com', 'has-credentials'],
    ['https://api.example.com/?key=1', 'has-query'],
    ['https://api.example.com/#top', 'has-query'],
  ])('"%s" is refused as %s (rule 13)', (text, problem) => {
    expect(parseCustomAddress(text)).toEqual({ problem })
    expect(baseAddressOf('custom', text)).toBeUndefined()
    expect(secretOriginOf('custom', text)).toBeUndefined()
  })
})

describe('the origin that a secret is bound to', () => {
  test('is the same for another path, another for another host, scheme or port', () => {
    const origin = secretOriginOf('custom', 'https://api.example.com/a')
    expect(secretOriginOf('custom', 'https://api.example.com/b')).toBe(origin)
    expect(secretOriginOf('custom', 'https://api.example.com:8443/a')).not.toBe(origin)
    expect(secretOriginOf('custom', 'https://api.example.org/a')).not.toBe(origin)
    expect(secretOriginOf('custom', 'http://localhost/a')).not.toBe(
      secretOriginOf('custom', 'https://localhost/a'),
    )
  })

  test('differs between all environments', () => {
    const origins = (['production', 'staging', 'vendor-sandbox', 'built-in-sandbox'] as const).map((e) =>
      secretOriginOf(e),
    )
    expect(new Set(origins).size).toBe(4)
  })
})
