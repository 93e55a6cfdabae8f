import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangeColumns } from '../../../../renderer/grid/column-layout'

const defaults = [{ id: 'reference' }, { id: 'guest' }, { id: 'channel', hidden: true }, { id: 'total' }]
const ids = (columns: readonly { id: string }[]) => columns.map(({ id }) => id)

describe('the arrangement of columns', () => {
  it('is the default one before anyone arranged anything', () => {
    expect(arrangeColumns(defaults, [])).toEqual(defaults)
  })

  it('stays as arranged, with its widths', () => {
    const arranged = [
      { id: 'total', width: 90 },
      { id: 'guest', hidden: true },
      { id: 'reference' },
      { id: 'channel' },
    ]
    expect(arrangeColumns(defaults, arranged)).toEqual(arranged)
  })

  it('puts a column that is new since then behind the one it follows by default', () => {
    expect(ids(arrangeColumns(defaults, [{ id: 'total' }, { id: 'guest' }, { id: 'reference' }]))).toEqual([
      'total',
      'guest',
      'channel',
      'reference',
    ])
  })

  it('forgets columns that no longer exist', () => {
    expect(ids(arrangeColumns([{ id: 'guest' }], [{ id: 'gone' }, { id: 'guest' }]))).toEqual(['guest'])
  })

  it('holds every column once, whatever was kept on disk', () => {
    const kept = fc.array(
      fc.record({ id: fc.constantFrom('reference', 'guest', 'total', 'gone', 'channel') }),
    )
    fc.assert(
      fc.property(kept, (arranged) => {
        expect(ids(arrangeColumns(defaults, arranged)).sort()).toEqual(ids(defaults).sort())
      }),
    )
  })
})
