import { describe, expect, test } from 'vitest'
import { createRedactor } from '../../../../electron/platform/redact'

describe('redaction', () => {
  test.each([
    ['as it is', (secret: string) => `tried ${secret} twice`],
    ['in an address', (secret: string) => `https://host/path?x=${encodeURIComponent(secret)}&y=1`],
    ['in JSON', (secret: string) => JSON.stringify({ note: secret })],
    ['in Base64', (secret: string) => Buffer.from(secret).toString('base64')],
  ])('takes out a known secret %s', (_, wrap) => {
    const redactor = createRedactor()
    const secret = 'a+%:"b\\c/ü7'
    redactor.remember(secret)
    const clean = redactor.redact(wrap(secret))
    expect(clean).toContain('[secret]')
    expect(clean).not.toContain('a+%')
    expect(clean).not.toContain(encodeURIComponent('a+%:'))
  })

  test.each([
    ['GET /orders?key=Zx81&page=2', 'GET /orders?key=[secret]&page=2'],
    ['Authorization: Basic Y2xpZW50OnNlY3JldA==', 'Authorization: Basic [secret]'],
    ['authorization: Bearer abc.def-ghi_jkl', 'authorization: Bearer [secret]'],
    ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'token [secret]'],
    ['{"client_secret":"s3\\"cret","grant":"x"}', '{"client_secret":"[secret]","grant":"x"}'],
    ['{"access_token" : "abc"}', '{"access_token" : "[secret]"}'],
    ['https://user:pass@host/x', 'https://[secret]@host/x'],
    ['mail amara.okafor@example.co.uk now', 'mail [e-mail] now'],
    ['guest_email=amara%40example.com', 'guest_email=[e-mail]'],
    ['call +31 6 1234 5678 today', 'call [number] today'],
    ['call (020) 123-4567', 'call [number]'],
  ])('turns %s into %s', (text, clean) => {
    expect(createRedactor().redact(text)).toBe(clean)
  })

  test.each([
    '{"level":"info","event":"operation.done","id":"550e8400-e29b-41d4-a716-446655440000","status":504}',
    '{"event":"app.started","version":"0.1.0","electron":"33.2.1"}',
    'orders.listOrders took 1204 ms, 100 rows',
    'settings.unusable-2026-11-21T20-24-00-000Z.json',
  ])('leaves %s as it is', (text) => {
    expect(createRedactor().redact(text)).toBe(text)
  })
})
