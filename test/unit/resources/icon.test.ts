import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

/** Width, height and colour type, from the first chunk of a PNG. */
function headerOf(file: string) {
  const bytes = readFileSync(resolve(root, file))
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colourType: bytes[25] }
}

const withTransparency = 6

test.each([
  // electron-builder makes the icons of Windows (256) and macOS (512 and twice that) from it.
  ['resources/installer/icon.png', 1024],
  ['resources/public/icon.png', 256],
])('%s is square, %d pixels wide and transparent around', (file, size) => {
  expect(headerOf(file)).toEqual({ width: size, height: size, colourType: withTransparency })
})
