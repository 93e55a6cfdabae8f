import { describe, expect, test } from 'vitest'
import { mayBeRequested } from '../../../../electron/platform/request-filter'

describe('a request of the renderer', () => {
  test.each([
    'app://gatehouse/',
    'app://gatehouse/assets/index.js',
    'data:image/png;base64,AA==',
    'blob:app://gatehouse/1',
  ])('for %s goes out', (url) => expect(mayBeRequested(url)).toBe(true))

  test.each([
    'https://example.com/',
    'http://127.0.0.1:80/',
    'ws://example.com/',
    'file:///etc/passwd',
    'app://gatehouse.example.com/',
    'app://other/',
    'chrome://gpu',
    'ftp://example.com',
    'nonsense',
  ])('for %s is cancelled', (url) => expect(mayBeRequested(url)).toBe(false))

  test('for DevTools and for Vite’s server goes out in development only', () => {
    const development = { devServer: 'http://localhost:5173' }
    for (const url of [
      'devtools://devtools/a.js',
      'http://localhost:5173/main.tsx',
      'ws://localhost:5173/',
    ]) {
      expect(mayBeRequested(url, development), url).toBe(true)
      expect(mayBeRequested(url), url).toBe(false)
    }
    expect(mayBeRequested('http://localhost:5174/', development)).toBe(false)
    expect(mayBeRequested('http://localhost:5173/', {})).toBe(false)
  })
})
