import { posix, win32 } from 'node:path'
import { describe, expect, test } from 'vitest'
import { servedFile } from '../../../../electron/platform/served-file'

const folder = '/opt/gatehouse/out/renderer'
const windowsFolder = 'C:\\Gatehouse\\out\\renderer'

describe('a path of app://gatehouse', () => {
  test.each([
    ['/', '/index.html', 'text/html; charset=utf-8'],
    ['/index.html', '/index.html', 'text/html; charset=utf-8'],
    ['/assets/index-Ab12.js', '/assets/index-Ab12.js', 'text/javascript; charset=utf-8'],
    ['/assets/a%20b.css', '/assets/a b.css', 'text/css; charset=utf-8'],
    ['/assets/../index.html', '/index.html', 'text/html; charset=utf-8'],
  ])('%s is served from the folder', (pathname, file, type) => {
    expect(servedFile(folder, pathname, posix)).toEqual({ file: folder + file, type })
  })

  test.each([
    ['steps out of the folder', '/../main/index.js'],
    ['steps out encoded', '/..%2f..%2fmain/index.js'],
    ['steps out with encoded dots', '/%2e%2e/%2e%2e/secret.json'],
    ['steps into a folder of a similar name', '/..%2frenderer-secrets/a.json'],
    ['names an absolute file', '//etc/passwd'],
    ['names a file of no served type', '/assets/index.js.map'],
    ['names a file without a type', '/package'],
    ['names the folder itself', '/.'],
    ['holds a null byte', '/index.html%00.js'],
    ['is not well encoded', '/%E0%A4%A.js'],
  ])('that %s is not found', (_, pathname) => {
    expect(servedFile(folder, pathname, posix)).toBeUndefined()
  })

  test.each([
    ['steps out with backslashes', '/..%5c..%5cmain%5cindex.js'],
    ['names another drive', '/..%5c..%5c..%5c..%5cD:%5csecret.json'],
    ['names a share', '/%5c%5cserver%5cshare%5ca.js'],
  ])('that %s on Windows leads to nothing outside the folder', (_, pathname) => {
    const found = servedFile(windowsFolder, pathname, win32)
    expect(found?.file.startsWith(`${windowsFolder}\\`) ?? true).toBe(true)
  })
})
