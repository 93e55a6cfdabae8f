import { describe, expect, it } from 'vitest'
import { rowsAsTsv } from '../../../../renderer/grid/copy-rows'

const copy = (...names: string[]) => rowsAsTsv(names, [{ header: 'Guest', value: (name) => name }])

describe('copied rows', () => {
  it('are tab-separated lines below their headings', () => {
    const columns = [
      { header: 'Reference', value: ({ reference }: { reference: string }) => reference },
      { header: 'Total', value: () => '54.00' },
    ]
    expect(rowsAsTsv([{ reference: 'PRI8841' }, { reference: 'PRI8842' }], columns)).toBe(
      'Reference\tTotal\nPRI8841\t54.00\nPRI8842\t54.00',
    )
  })

  it('stay in their cells when a value holds tabs or line breaks', () => {
    expect(copy('Amara\tOkafor\r\nBV')).toBe('Guest\nAmara Okafor BV')
  })

  it('cannot run as a formula in a spreadsheet', () => {
    expect(copy('=HYPERLINK("http://example.com")')).toBe(`Guest\n'=HYPERLINK("http://example.com")`)
    expect(copy('@SUM(A1)', '+cmd|x', '-2+cmd')).toBe("Guest\n'@SUM(A1)\n'+cmd|x\n'-2+cmd")
  })

  it('keep the sign of amounts and phone numbers', () => {
    expect(copy('-1.50', '+31 6 1234')).toBe('Guest\n-1.50\n+31 6 1234')
  })
})
