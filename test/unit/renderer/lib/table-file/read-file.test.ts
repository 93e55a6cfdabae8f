import { strToU8, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { readFile } from '../../../../../renderer/lib/table-file/read-file'

const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`)
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** A workbook whose first sheet is not the first file, as Excel writes them once sheets were moved. */
function workbook(rows: string, shared = ''): Uint8Array {
  return zipSync({
    'xl/workbook.xml': xml(
      `<workbook ${main} xmlns:r="r"><sheets><sheet name="List" r:id="rId2"/><sheet name="Old" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': xml(`<sst ${main}>${shared}</sst>`),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet ${main}><sheetData><row><c t="inlineStr"><is><t>wrong sheet</t></is></c></row></sheetData></worksheet>`,
    ),
    'xl/worksheets/sheet2.xml': xml(`<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`),
    'xl/vbaProject.bin': strToU8('never looked at'),
  })
}
const limits = { rows: 10_000, text: 5_000_000, unpacked: 30_000_000 }
const read = (bytes: Uint8Array) => readFile(new Blob([new Uint8Array(bytes)]), limits)

test('the first sheet of a workbook is read cell by cell, gaps and all', async () => {
  const rows = `
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
    <row r="4"><c r="A4"><v>101332194682791</v></c><c r="C4" t="inlineStr"><is><t>x &amp; y</t></is></c></row>
    <row r="5"><c r="A5"><v>1.01332194682791E+14</v></c></row>`
  const shared =
    '<si><t>Reference</t></si><si><r><t>Gu</t></r><r><t>est</t></r><rPh><t>reading aid</t></rPh></si>'
  expect(await read(workbook(rows, shared))).toEqual({
    table: {
      rows: [['Reference', '', 'Guest'], ['101332194682791', '', 'x & y'], ['101332194682791']],
      lines: [1, 4, 5],
      more: false,
      formulas: 0,
    },
  })
})

test('what a workbook writes in codes is read as what it stands for', async () => {
  const rows = '<row><c t="inlineStr"><is><t>two_x000D_\nlines, _x005F_x000D_</t></is></c></row>'
  expect(await read(workbook(rows))).toMatchObject({ table: { rows: [['two\r\nlines, _x000D_']] } })
})

test('a cell with a formula is left empty and counted', async () => {
  const rows = '<row><c r="A1" t="str"><f>WEBSERVICE("x")</f><v>101</v></c><c r="B1"><v>7</v></c></row>'
  expect(await read(workbook(rows))).toEqual({
    table: { rows: [['', '7']], lines: [1], more: false, formulas: 1 },
  })
})

test('a part that unpacks to more than fits is not unpacked', async () => {
  expect(await read(workbook(' '.repeat(limits.unpacked + 1)))).toEqual({ problem: 'TOO_LARGE' })
})

test('parts that unpack to more than fits only together are not unpacked either', async () => {
  const half = strToU8(' '.repeat(limits.unpacked / 2 + 1))
  const parts = zipSync({ 'xl/worksheets/sheet1.xml': half, 'xl/sharedStrings.xml': half })
  expect(await read(parts)).toEqual({ problem: 'TOO_LARGE' })
})

test('a sheet that is not read may be as large as it likes', async () => {
  const huge = strToU8(' '.repeat(limits.unpacked + 1))
  const first = strToU8(
    '<worksheet><sheetData><row><c t="inlineStr"><is><t>A</t></is></c></row></sheetData></worksheet>',
  )
  const sheets = zipSync({ 'xl/worksheets/sheet1.xml': first, 'xl/worksheets/sheet2.xml': huge })
  expect(await read(sheets)).toMatchObject({ table: { rows: [['A']] } })
})

test('reading ends soon after nobody waits for the file any more', async () => {
  const row = '<row><c t="inlineStr"><is><t>A</t></is></c></row>'
  const file = workbook(row.repeat(200_000))
  const many = { rows: 1_000_000, text: 50_000_000, unpacked: 50_000_000 }
  const stopped = new AbortController()
  const reading = readFile(new Blob([file as BlobPart]), many, stopped.signal)
  setTimeout(() => stopped.abort(new Error('closed')), 50)
  await expect(reading).rejects.toThrow('closed')
})

test('a large workbook lets the window answer while it is read', async () => {
  const count = 10_000
  const rows = Array.from(
    { length: count },
    (_, at) => `<row><c t="s"><v>${at}</v></c><c><v>${at}</v></c><c><v>7</v></c></row>`,
  )
  const shared = Array.from({ length: count }, (_, at) => `<si><t>Item ${at}</t></si>`)
  const bytes = workbook(rows.join(''), shared.join(''))
  // As on a slow machine, however fast this one is: each element takes a millisecond.
  let elapsed = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => elapsed++)
  let turns = 0
  let isRead = false
  const turn = () => {
    turns += 1
    if (!isRead) setTimeout(turn)
  }
  turn()
  const found = await read(bytes)
  isRead = true
  clock.mockRestore()
  expect(found).toMatchObject({ table: { more: false } })
  expect('table' in found ? found.table.rows.at(-1) : undefined).toEqual(['Item 9999', '9999', '7'])
  expect(turns).toBeGreaterThan(8)
})

test.each([
  ['<row', 'EMPTY'],
  ['<row><c r="A1"><v>1</v></c>', 'BROKEN'],
  ['<rowBreaks/><row r="1">', 'BROKEN'],
])('rows that never end are not looked for for ever: %s', async (row, problem) => {
  expect(await read(workbook(row.repeat(200_000)))).toEqual({ problem })
})

test('an entity that is declared in the file is not followed', async () => {
  const bomb = zipSync({
    'xl/worksheets/sheet1.xml': xml(
      `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet ${main}><sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>`,
    ),
  })
  expect(await read(bomb)).toEqual({ problem: 'BROKEN' })
})

test.each([
  ['a zip that is no workbook', zipSync({ 'a.txt': strToU8('x') }), 'BROKEN'],
  ['a zip that is cut', workbook('<row/>').slice(0, 200), 'BROKEN'],
  ['an old or locked workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'OLD_SPREADSHEET'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'BINARY'],
  ['an empty file', new Uint8Array(), 'EMPTY'],
  ['a sheet without cells', workbook(''), 'EMPTY'],
  ['a file that is too large', new Uint8Array(limits.text + 1), 'TOO_LARGE'],
])('%s is told for what it is', async (_, bytes, problem) => {
  expect(await read(bytes)).toEqual({ problem })
})
