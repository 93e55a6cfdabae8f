import { describe, expect, test } from 'vitest'
import { checkSources } from '../../../scripts/lib/boundaries/check.mjs'

/** The breaches of a small tree of sources, as `file:line rule`. */
function breaches(sources: Record<string, string>, aliases?: Record<string, string[]>): string[] {
  const problems = checkSources(new Map(Object.entries(sources)), aliases ? { aliases } : {})
  return problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`)
}

describe('what each part may import', () => {
  test.each([
    [
      'shared a Node builtin',
      'shared/kernel/money.ts',
      "import { readFileSync } from 'node:fs'",
      'shared-is-pure',
    ],
    [
      'shared a Node builtin without its prefix',
      'shared/kernel/money.ts',
      "import path from 'path'",
      'shared-is-pure',
    ],
    ['shared Electron', 'shared/ipc/define.ts', "import { ipcMain } from 'electron'", 'shared-is-pure'],
    ['shared React', 'shared/kernel/time.ts', "import { useState } from 'react'", 'shared-is-pure'],
    [
      'shared the main process',
      'shared/kernel/time.ts',
      "import type { A } from '../../electron/api/a'",
      'shared-is-pure',
    ],
    ['renderer a Node builtin', 'renderer/main.tsx', "import 'node:os'", 'renderer-is-a-web-page'],
    [
      'renderer Electron types',
      'renderer/main.tsx',
      "import type { App } from 'electron'",
      'renderer-is-a-web-page',
    ],
    ['renderer an import type', 'renderer/a.ts', "type A = import('electron').App", 'renderer-is-a-web-page'],
    [
      'renderer the main process',
      'renderer/main.tsx',
      "const a = await import('../electron/main')",
      'renderer-is-a-web-page',
    ],
    [
      'renderer a glob over the main process',
      'renderer/a.ts',
      "import.meta.glob('../electron/*.ts')",
      'renderer-is-a-web-page',
    ],
    [
      'electron the renderer',
      'electron/main.ts',
      "export { x } from '../renderer/routes'",
      'electron-has-no-user-interface',
    ],
    ['electron React', 'electron/main.ts', "import 'react'", 'electron-has-no-user-interface'],
    [
      'preload anything but the contract',
      'electron/preload.ts',
      "import { a } from './ipc/a'",
      'preload-is-generic',
    ],
    [
      'sandbox the client',
      'electron/sandbox/server.ts',
      "import { a } from '../api/token'",
      'sandbox-is-the-judge',
    ],
    [
      'sandbox shared rules',
      'electron/sandbox/server.ts',
      "import '../../shared/kernel/money'",
      'sandbox-is-the-judge',
    ],
    [
      'client the sandbox',
      'electron/api/client.ts',
      "import { a } from '../sandbox/fees'",
      'sandbox-is-a-process',
    ],
    [
      'a product file a test',
      'electron/main.ts',
      "import '../test/support/app'",
      'product-code-stands-alone',
    ],
    [
      'keytar outside the platform',
      'electron/main.ts',
      "import keytar from 'keytar'",
      'keytar-only-in-electron-platform',
    ],
    [
      'libsql outside the store',
      'electron/journal/open.ts',
      "require('libsql')",
      'libsql-only-in-electron-store',
    ],
    [
      'undici outside the client',
      'electron/features/a/b.ts',
      "import 'undici'",
      'undici-only-in-electron-api-and-electron-platform',
    ],
  ])('refuses %s', (_title, file, source, rule) => {
    expect(breaches({ [file]: `\n${source}\n` })).toEqual([`${file}:2 ${rule}`])
  })

  test.each([
    ['shared zod', 'shared/ipc/define.ts', "import { z } from 'zod'"],
    [
      'shared the data beside the API description',
      'shared/api/inferred-names.ts',
      "import names from '../../resources/openapi/inferred-names.json'",
    ],
    ['renderer a locale file', 'renderer/i18n.ts', "import en from '../resources/locales/en/common.json'"],
    ['renderer shared', 'renderer/a.ts', "import { money } from '../shared/kernel/money'"],
    [
      'preload electron and the contract',
      'electron/preload.ts',
      "import { ipcRenderer } from 'electron'\nimport '../shared/ipc/contract'",
    ],
    [
      'sandbox the API types and description',
      'electron/sandbox/a.ts',
      "import type { paths } from '../../shared/api/distributor'\nimport '../../resources/openapi/distributor-v3.8.yaml'",
    ],
    [
      'main the path of the sandbox process',
      'electron/platform/sandbox-process.ts',
      "import entry from '../sandbox/main?modulePath'",
    ],
    [
      'a test anything',
      'test/unit/electron/a.test.ts',
      "import '../../../electron/sandbox/fees'\nimport '../../../renderer/a'\nimport 'libsql'",
    ],
    ['keytar in the platform', 'electron/platform/keychain.ts', "import keytar from 'keytar'"],
  ])('lets %s', (_title, file, source) => {
    expect(breaches({ [file]: source })).toEqual([])
  })

  test('reads code, not text: specifiers in strings and comments are not imports', () => {
    const source = "// import 'electron'\nexport const help = \"import 'electron'\"\n"
    expect(breaches({ 'shared/a.ts': source })).toEqual([])
  })

  test('follows the path aliases of tsconfig', () => {
    const aliases = { '@electron/*': ['./electron/*'] }
    expect(breaches({ 'renderer/a.ts': "import '@electron/main'" }, aliases)).toEqual([
      'renderer/a.ts:1 renderer-is-a-web-page',
    ])
  })
})

describe('features', () => {
  const index = { 'renderer/features/refunds/index.ts': '', 'renderer/features/refunds/dialog.tsx': '' }

  test('a sibling is imported through its index', () => {
    const sources = { ...index, 'renderer/features/orders/page.tsx': "import { a } from '../refunds'" }
    expect(breaches(sources)).toEqual([])
  })

  test('the inside of a sibling is refused', () => {
    const sources = { ...index, 'renderer/features/orders/page.tsx': "import { a } from '../refunds/dialog'" }
    expect(breaches(sources)).toEqual(['renderer/features/orders/page.tsx:1 features-meet-at-their-index'])
  })

  test('the same feature on the other side of the wire is no sibling', () => {
    const sources = {
      'electron/features/refunds/refund.ts': "import '../../../shared/features/refunds/refund'",
    }
    expect(breaches(sources)).toEqual([])
  })
})

describe('cycles', () => {
  test('two files that import each other are reported with the way round', () => {
    const sources = new Map([
      ['shared/a.ts', "import { b } from './b'"],
      ['shared/b.ts', "export * from './c'"],
      ['shared/c.ts', "import type { A } from './a'"],
      ['shared/d.ts', "import './a'"],
    ])
    expect(checkSources(sources)).toEqual([
      {
        file: 'shared/a.ts',
        line: 1,
        rule: 'no-cycles',
        message: 'imports itself: shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts',
      },
    ])
  })

  test('a diamond is no cycle', () => {
    expect(
      breaches({
        'shared/a.ts': "import './b'\nimport './c'",
        'shared/b.ts': "import './d'",
        'shared/c.ts': "import './d'",
        'shared/d.ts': '',
      }),
    ).toEqual([])
  })

  test('starting a process from a path is no cycle', () => {
    expect(
      breaches({ 'electron/a.ts': "import entry from './b?modulePath'", 'electron/b.ts': "import './a'" }),
    ).toEqual([])
  })
})

describe('files', () => {
  test.each([
    ['electron/orderPage.ts', 'kebab-case'],
    ['renderer/OrderPage.tsx', 'kebab-case'],
    ['shared/utils.ts', 'no-catch-all-file'],
    ['test/support/helpers.ts', 'no-catch-all-file'],
  ])('%s is refused: %s', (file, rule) => {
    expect(breaches({ [file]: '' })).toEqual([`${file}:1 ${rule}`])
  })

  test('400 lines pass, 401 do not', () => {
    expect(breaches({ 'shared/a.ts': '\n'.repeat(400) })).toEqual([])
    expect(breaches({ 'shared/a.ts': '\n'.repeat(401) })).toEqual(['shared/a.ts:401 max-lines'])
  })

  test('generated types and data may be long', () => {
    expect(
      breaches({
        'shared/api/distributor.ts': '\n'.repeat(9000),
        'electron/sandbox/data/names.ts': '\n'.repeat(401),
      }),
    ).toEqual([])
  })

  test('a focused test is reported, the word in a string is not', () => {
    const source =
      "test('a .only( in words', () => {})\ndescribe.only('x', () => {})\ntest.describe.only('y', () => {})\n"
    expect(breaches({ 'test/unit/a.test.ts': source })).toEqual([
      'test/unit/a.test.ts:2 no-focused-test',
      'test/unit/a.test.ts:3 no-focused-test',
    ])
  })

  test('a file that does not parse is reported, not passed over', () => {
    expect(breaches({ 'shared/a.ts': 'const a = <' })).toEqual(['shared/a.ts:1 syntax'])
  })
})
