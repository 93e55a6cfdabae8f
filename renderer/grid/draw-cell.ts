import type { CellPart } from './cell-part'
import { partClass } from './cell-parts'
import classes from './cell-parts.module.css'
import type { GridColumn } from './column'

/** Where there is an empty chip of each tone, to take copies of. */
export type Chips = () => ParentNode | null

/** Puts what a column shows of a row into a cell, without React; nothing without a row. */
export function drawCell<Row>(
  cell: Element,
  { raw, text = raw, parts }: GridColumn<Row>,
  row: Row | undefined,
  chips: Chips,
): void {
  if (row === undefined) drawText(cell, '')
  else if (parts) drawParts(cell, parts(row), chips)
  else drawText(cell, text(row))
}

function drawText(element: Element, text: string): void {
  const [only] = element.childNodes
  if (element.childNodes.length === 1 && only instanceof Text) {
    if (only.data !== text) only.data = text
  } else if (text === '') element.replaceChildren()
  else element.textContent = text
}

/** What each piece shows. */
const shown = new WeakMap<Element, CellPart>()

/**
 * Puts pieces into a cell: some four hundred cells change with each key of a search. Pieces that are there are kept, as another
 * text costs the page less than another element.
 */
function drawParts(cell: Element, parts: readonly CellPart[], chips: Chips): void {
  const line = lineOf(cell)
  const held = [...line.children]
  parts.forEach((part, at) => {
    const before = held[at]
    const isKept = before !== undefined && isLike(shown.get(before), part)
    const piece = isKept ? before : part.isChip ? chipOf(part, chips) : document.createElement('span')
    show(piece, part)
    if (!isKept) line.insertBefore(piece, before ?? null)
    if (!isKept) before?.remove()
  })
  for (const piece of held.slice(parts.length)) piece.remove()
}

function lineOf(cell: Element): Element {
  const [held] = cell.children
  if (held) return held
  const line = document.createElement('span')
  line.className = classes.line ?? ''
  cell.replaceChildren(line)
  return line
}

/** Whether a piece can show the next part as well. A chip has the shape of its tone. */
const isLike = (before: CellPart | undefined, { isChip, tone }: CellPart): boolean =>
  before?.isChip === isChip && (!isChip || before?.tone === tone)

function show(piece: Element, part: CellPart): void {
  const before = shown.get(piece)
  shown.set(piece, part)
  if (!part.isChip) look(piece, part)
  const word = part.isChip ? piece.lastElementChild : piece
  if (word) drawText(word, part.text)
  if (part.title !== before?.title) setOrRemove(piece, 'title', part.title)
}

function look(piece: Element, part: CellPart): void {
  const own = partClass(part) ?? ''
  if (piece.className !== own) piece.className = own
  if (piece.getAttribute('data-tone') !== (part.tone ?? null)) setOrRemove(piece, 'data-tone', part.tone)
}

function setOrRemove(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name)
  else element.setAttribute(name, value)
}

function chipOf({ tone }: CellPart, chips: Chips): Element {
  const chip = chips()?.querySelector(`[data-tone="${tone}"]`)?.cloneNode(true)
  if (!(chip instanceof Element)) throw new Error(`there is no chip of the tone ${tone}`)
  return chip
}
