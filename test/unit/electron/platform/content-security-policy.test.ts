import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../../electron/platform/content-security-policy'

const parse = (policy: string) =>
  new Map(policy.split('; ').map((directive) => directive.split(/ (.*)/s, 2) as [string, string]))

test('the policy starts from nothing and lets in our own files and the nonce of this load', () => {
  const policy = parse(contentSecurityPolicy('abc'))
  expect(policy.get('default-src')).toBe("'none'")
  expect(policy.get('script-src')).toBe("'self' 'nonce-abc'")
  expect(policy.get('style-src')).toBe("'self' 'nonce-abc'")
  expect(policy.get('connect-src')).toBe("'self'")
})

test('the policy holds no unsafe source, no wildcard and no other origin', () => {
  expect(contentSecurityPolicy('abc')).not.toMatch(/unsafe|\*|https?:|wss?:/)
})

test('the policy closes frames, workers, objects, forms and the base address', () => {
  const policy = parse(contentSecurityPolicy('abc'))
  for (const name of [
    'frame-src',
    'frame-ancestors',
    'worker-src',
    'object-src',
    'form-action',
    'base-uri',
  ]) {
    expect(policy.get(name), name).toBe("'none'")
  }
})

test('in development it lets in Vite’s socket, and nothing else changes', () => {
  const [ours, development] = [
    contentSecurityPolicy('a'),
    contentSecurityPolicy('a', 'http://localhost:5173'),
  ]
  expect(parse(development).get('connect-src')).toBe("'self' ws://localhost:5173 http://localhost:5173")
  expect(development.replace(/connect-src [^;]+/, '')).toBe(ours.replace(/connect-src [^;]+/, ''))
})
