import { describe, expect, test } from 'vitest'
import { isViewerFrame, mayBeRequestedForPrinting } from '../../../../electron/platform/pdf-viewer'

const viewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'

describe('a window that prints', () => {
  test.each(['app://print/1/voucher.pdf', `${viewer}index.html`, 'chrome://resources/js/assert.js'])(
    'may ask for %s',
    (url) => expect(mayBeRequestedForPrinting(url, 'app://print')).toBe(true),
  )

  test.each([
    'app://gatehouse/index.html',
    'app://printer/1/voucher.pdf',
    'https://example.com/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'chrome://settings/',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop/index.html',
    'data:text/html,x',
    'blob:app://print/1',
    '',
  ])('is refused %s', (url) => expect(mayBeRequestedForPrinting(url, 'app://print')).toBe(false))
})

test.each([
  ['in a frame of a document', { url: `${viewer}x`, isMainFrame: false }, true],
  ['not in place of the page', { url: `${viewer}x`, isMainFrame: true }, false],
  ['and nothing else does', { url: 'https://example.com/', isMainFrame: false }, false],
])('the viewer comes up %s', (_, navigation, expected) => {
  expect(isViewerFrame(navigation)).toBe(expected)
})
