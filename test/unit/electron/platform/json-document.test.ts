import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type DocumentSpec, openJsonDocument } from '../../../../electron/platform/json-document'
import { temporaryFolder } from '../../../support/temporary-folder'

let folder = ''
beforeEach(() => {
  folder = temporaryFolder()
})

const schema = z.object({ size: z.number() })
const spec: DocumentSpec<{ size: number }> = { name: 'thing', schema, initial: () => ({ size: 1 }) }
const file = () => join(folder, 'thing.json')

describe('a JSON document', () => {
  test('that does not exist begins with its initial content, on disk too', () => {
    expect(openJsonDocument(folder, spec).read()).toEqual({ size: 1 })
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ version: 1, size: 1 })
  })

  test('reads what was written before', () => {
    openJsonDocument(folder, spec).write({ size: 7 })
    const again = openJsonDocument(folder, spec)
    expect(again.read()).toEqual({ size: 7 })
    expect(again.setAside).toBeUndefined()
  })

  test.each([
    ['no JSON', '{"version":1,"size":'],
    ['of another shape', '{"version":1,"size":"large"}'],
    ['of no version', '{"size":7}'],
    ['of a newer version', '{"version":2,"size":7}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['empty', ''],
  ])('that is %s is put aside unharmed and replaced by its initial content', (_, text) => {
    writeFileSync(file(), text)
    const document = openJsonDocument(folder, spec)
    expect(document.read()).toEqual({ size: 1 })
    expect(document.setAside).toMatch(/^thing\.unusable-.*\.json$/)
    expect(readFileSync(join(folder, document.setAside ?? ''), 'utf8')).toBe(text)
    document.write({ size: 2 })
    expect(openJsonDocument(folder, spec).read()).toEqual({ size: 2 })
  })

  test('of an older version becomes the current one, step by step', () => {
    writeFileSync(file(), '{"version":1,"length":3}')
    const migrations = [
      (old: unknown) => ({ width: z.object({ length: z.number() }).parse(old).length }),
      (old: unknown) => ({ size: z.object({ width: z.number() }).parse(old).width * 2 }),
    ]
    const document = openJsonDocument(folder, { ...spec, migrations })
    expect(document.read()).toEqual({ size: 6 })
    document.write(document.read())
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ version: 3, size: 6 })
  })

  test('whose migration fails is put aside as well', () => {
    writeFileSync(file(), '{"version":1,"size":3}')
    const migrations = [() => JSON.parse('{')]
    expect(openJsonDocument(folder, { ...spec, migrations }).read()).toEqual({ size: 1 })
    expect(readdirSync(folder).filter((name) => name.includes('unusable'))).toHaveLength(1)
  })

  test('in a folder that cannot be written opens all the same; a write says so and changes nothing', () => {
    writeFileSync(join(folder, 'wall'), '')
    const document = openJsonDocument(join(folder, 'wall'), spec)
    expect(document.read()).toEqual({ size: 1 })
    expect(() => document.write({ size: 2 })).toThrow()
    expect(document.read()).toEqual({ size: 1 })
  })
})
