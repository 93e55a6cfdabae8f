import { parseXml, XmlElement } from '@rgrove/parse-xml'
import { unzipSync } from 'fflate'
import { mostColumns, mostRows, type TableResult, toTable } from './table'

/** Largest part of a workbook once unpacked, in bytes: a small file can unpack to any size. */
const largestPart = 30_000_000

const worksheet = /^xl\/worksheets\/[^/]+\.xml$/
const needed = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml']

/** The texts of the first sheet of an XLSX workbook. Cells with a formula are left empty, and counted. */
export function readWorkbook(bytes: Uint8Array): TableResult {
  try {
    const parts = unpack(bytes)
    if (!parts) return { problem: 'TOO_LARGE' }
    const sheet = firstSheet(parts)
    if (!sheet) return { problem: 'BROKEN' }
    return readSheet(parse(sheet), sharedTexts(parts['xl/sharedStrings.xml']))
  } catch {
    // What the libraries throw at hostile content is theirs; nothing of it helps a person.
    return { problem: 'BROKEN' }
  }
}

type Parts = Readonly<Record<string, Uint8Array | undefined>>

/** The parts that are read, and of those no more than fits; `undefined` where one does not. */
function unpack(bytes: Uint8Array): Parts | undefined {
  let isTooLarge = false
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!needed.includes(name) && !worksheet.test(name)) return false
      if (originalSize > largestPart) isTooLarge = true
      return !isTooLarge
    },
  })
  return isTooLarge ? undefined : parts
}

/** The sheet that stands first in the workbook, whatever its file is called. */
function firstSheet(parts: Parts): Uint8Array | undefined {
  const [workbook, links] = [parts['xl/workbook.xml'], parts['xl/_rels/workbook.xml.rels']]
  const id = workbook && descendants(parse(workbook), 'sheet')[0]?.attributes['r:id']
  const link =
    links && descendants(parse(links), 'Relationship').find(({ attributes }) => attributes.Id === id)
  const target = link?.attributes.Target?.replace(/^\/?(xl\/)?/, 'xl/')
  return (target && parts[target]) || Object.entries(parts).find(([name]) => worksheet.test(name))?.[1]
}

const sharedTexts = (part: Uint8Array | undefined): readonly string[] =>
  part ? children(parse(part), 'si').map(textOf) : []

function readSheet(sheet: XmlElement, shared: readonly string[]): TableResult {
  let formulas = 0
  const rows = descendants(sheet, 'row')
    .slice(0, mostRows + 1)
    .map((row) => {
      const cells: string[] = []
      for (const [at, cell] of children(row, 'c').entries()) {
        const column = columnOf(cell.attributes.r) ?? at
        if (column >= mostColumns) continue
        const isFormula = children(cell, 'f').length > 0
        if (isFormula) formulas += 1
        while (cells.length < column) cells.push('')
        cells[column] = isFormula ? '' : cellText(cell, shared)
      }
      return cells
    })
  return toTable(rows, { formulas })
}

function cellText(cell: XmlElement, shared: readonly string[]): string {
  const value = children(cell, 'v')[0]?.text ?? ''
  const { t } = cell.attributes
  if (t === 's') return shared[Number(value)] ?? ''
  if (t === 'inlineStr') return children(cell, 'is').map(textOf).join('')
  if (t === 'e') return ''
  // A spreadsheet writes a long number as 1.01332194682791E+14.
  return /^\d(\.\d+)?e\+?\d+$/i.test(value) && Number.isSafeInteger(Number(value))
    ? String(Number(value))
    : value
}

/** The text of a string item: its runs, without the reading aids of Japanese. */
function textOf(item: XmlElement): string {
  const runs = [item, ...children(item, 'r')]
  return runs.flatMap((run) => children(run, 't').map(({ text }) => text)).join('')
}

/** "C5" → 2; `undefined` where nothing is said. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const parse = (part: Uint8Array): XmlElement => {
  const { root } = parseXml(new TextDecoder().decode(part))
  if (!root) throw new Error('an XML document without an element')
  return root
}

const children = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((node): node is XmlElement => node instanceof XmlElement && node.name === name)

/** In the order of the document. */
function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((node) => {
    if (!(node instanceof XmlElement)) return []
    return node.name === name ? [node] : descendants(node, name)
  })
}
