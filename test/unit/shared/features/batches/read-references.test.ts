import { readReferences } from '@shared/features/batches'
import { describe, expect, test } from 'vitest'

describe('references out of what was pasted', () => {
  test('are one a line, whatever the system ends its lines with', () => {
    expect(readReferences('104182937740261\r\nB0A1\nWEB-9\r\r\n')).toEqual([
      '104182937740261',
      'B0A1',
      'WEB-9',
    ])
  })

  test('are the first cell of a row that holds something, without its quotes', () => {
    const rows = '"104182937740261",Jansen,12.50\n;B0A1;x\n\'WEB-9\'\tcancelled'
    expect(readReferences(rows)).toEqual(['104182937740261', 'B0A1', 'WEB-9'])
  })

  test.each(['Order reference', 'order_reference', 'booking id', 'Reference', '\uFEFFexternal reference'])(
    'begin after a first line that only says %s',
    (head) => {
      expect(readReferences(`${head}\n104182937740261`)).toEqual(['104182937740261'])
    },
  )

  test('keep their doubles and their order, for the plan to tell of', () => {
    expect(readReferences('b\na\nb')).toEqual(['b', 'a', 'b'])
  })

  test('are none in nothing', () => {
    expect(readReferences(' \n\t\n,;\n')).toEqual([])
  })
})
