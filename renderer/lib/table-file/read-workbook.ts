import { parseXml, XmlElement } from '@rgrove/parse-xml'
import { unzipSync } from 'fflate'
import { mostColumns, type TableLimits, type TableResult, TableRows } from './table'

const worksheet = /^xl\/worksheets\/[^/]+\.xml$/
const workbookPart = 'xl/workbook.xml'
const linksPart = 'xl/_rels/workbook.xml.rels'
const textsPart = 'xl/sharedStrings.xml'

/**
 * The texts of the first sheet of an XLSX workbook, whatever else is in it. Cells with a formula are left empty, and counted. A
 * large one takes seconds; the window answers in between.
 * @throws the reason of `signal`
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: TableLimits,
  signal?: AbortSignal,
): Promise<TableResult> {
  try {
    const names = partNames(bytes)
    const index = unpack(bytes, [workbookPart, linksPart], limits)
    if (!index) return { problem: 'TOO_LARGE' }
    const sheet = firstSheet(index, names)
    if (sheet === undefined) return { problem: 'BROKEN' }
    const parts = unpack(bytes, [sheet, textsPart], limits)
    if (!parts) return { problem: 'TOO_LARGE' }
    return await readSheet(parts[sheet], await sharedTexts(parts[textsPart], signal), limits, signal)
  } catch {
    signal?.throwIfAborted()
    // What the libraries throw at hostile content is theirs; nothing of it helps a person.
    return { problem: 'BROKEN' }
  }
}

type Parts = Readonly<Record<string, Uint8Array | undefined>>

function partNames(bytes: Uint8Array): string[] {
  const names: string[] = []
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.push(name)
      return false
    },
  })
  return names
}

/** The parts of these names, and of those no more than fits; `undefined` where they do not. */
function unpack(bytes: Uint8Array, wanted: readonly string[], { unpacked }: TableLimits): Parts | undefined {
  let size = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!wanted.includes(name)) return false
      size += originalSize
      return size <= unpacked
    },
  })
  return size > unpacked ? undefined : parts
}

/** The name of the sheet that stands first in the workbook, whatever its file is called. */
function firstSheet(index: Parts, names: readonly string[]): string | undefined {
  const [workbook, links] = [index[workbookPart], index[linksPart]]
  const id = workbook && descendants(parse(textIn(workbook)), 'sheet')[0]?.attributes['r:id']
  const link =
    links && descendants(parse(textIn(links)), 'Relationship').find(({ attributes }) => attributes.Id === id)
  const target = link?.attributes.Target?.replace(/^\/?(xl\/)?/, 'xl/')
  return target !== undefined && names.includes(target) ? target : names.find((name) => worksheet.test(name))
}

async function sharedTexts(
  part: Uint8Array | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const texts: string[] = []
  const breathe = breather(signal)
  for (const item of part ? elementsIn(textIn(part), 'si') : []) {
    texts.push(textOf(parse(item)))
    await breathe()
  }
  return texts
}

/** Milliseconds of work between two moments in which the window may answer. */
const workAtOnce = 30

/** Lets everything else that waits have its turn, now and then, and ends where nobody waits for the file any more. */
function breather(signal: AbortSignal | undefined): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < workAtOnce) return
    // No timer: those of a window that is hidden run once a second.
    const { port1, port2 } = new MessageChannel()
    await new Promise((resolve) => {
      port1.onmessage = resolve
      port2.postMessage(undefined)
    })
    port1.close()
    signal?.throwIfAborted()
    since = performance.now()
  }
}

async function readSheet(
  sheet: Uint8Array | undefined,
  shared: readonly string[],
  limits: TableLimits,
  signal: AbortSignal | undefined,
): Promise<TableResult> {
  if (!sheet) return { problem: 'BROKEN' }
  const rows = new TableRows(limits)
  const breathe = breather(signal)
  let formulas = 0
  let line = 0
  for (const text of elementsIn(textIn(sheet), 'row')) {
    const row = parse(text)
    const named = Number(row.attributes.r)
    line = Number.isSafeInteger(named) && named > 0 ? named : line + 1
    const { cells, formulas: found } = readRow(row, shared)
    formulas += found
    if (!rows.add(cells, line)) break
    await breathe()
  }
  return rows.result({ formulas })
}

/** The elements of a name as they are written, one by one: a large sheet is never a tree of all its cells. */
function* elementsIn(xml: string, name: string): Generator<string> {
  const found = (text: string, from: number): number => {
    const at = xml.indexOf(text, from)
    if (at < 0) throw new Error(`a ${name} without ${text}`)
    return at + text.length
  }
  const begin = `<${name}`
  let end = 0
  for (let from = xml.indexOf(begin); from >= 0; from = xml.indexOf(begin, end)) {
    end = from + begin.length
    // Other elements begin so as well.
    if (!/[\s/>]/.test(xml.charAt(end))) continue
    end = found('>', end)
    if (xml[end - 2] !== '/') end = found(`</${name}>`, end)
    yield xml.slice(from, end)
  }
}

function readRow(row: XmlElement, shared: readonly string[]): { cells: string[]; formulas: number } {
  const cells: string[] = []
  let formulas = 0
  for (const [at, cell] of children(row, 'c').entries()) {
    const column = columnOf(cell.attributes.r) ?? at
    if (column >= mostColumns) continue
    const isFormula = children(cell, 'f').length > 0
    if (isFormula) formulas += 1
    while (cells.length < column) cells.push('')
    cells[column] = isFormula ? '' : cellText(cell, shared)
  }
  return { cells, formulas }
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
  const text = runs.flatMap((run) => children(run, 't').map((part) => part.text)).join('')
  return text.replace(escapedCode, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** How a workbook writes what XML does not keep, such as the first half of a Windows line end: _x000D_. */
const escapedCode = /_x([\da-f]{4})_/gi

/** "C5" → 2; `undefined` where nothing is said. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const textIn = (part: Uint8Array): string => new TextDecoder().decode(part)

function parse(text: string): XmlElement {
  const { root } = parseXml(text)
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
