import type { CellPart } from '../cell-part'
import { partClass } from '../cell-parts'
import classes from '../cell-parts.module.css'

/** Puts a text into a cell that is drawn without React. */
export function drawText(cell: Element, text: string): void {
  const [only] = cell.childNodes
  if (cell.childNodes.length === 1 && only instanceof Text) {
    if (only.data !== text) only.data = text
  } else if (text === '') cell.replaceChildren()
  else cell.textContent = text
}

/**
 * Puts pieces into a cell that is drawn without React: some four hundred cells change with each key of a search.
 * @param chips where there is an empty chip of each tone, to take copies of
 */
export function drawParts(cell: Element, parts: readonly CellPart[], chips: () => ParentNode | null): void {
  const line = document.createElement('span')
  line.className = classes.line ?? ''
  line.append(...parts.map((part) => (part.isChip ? chipOf(part, chips) : pieceOf(part))))
  cell.replaceChildren(line)
}

function pieceOf(part: CellPart): HTMLElement {
  const { text, tone, title } = part
  const piece = document.createElement('span')
  piece.className = partClass(part) ?? ''
  if (tone) piece.dataset.tone = tone
  if (title !== undefined) piece.title = title
  piece.textContent = text
  return piece
}

function chipOf({ text, tone, title }: CellPart, chips: () => ParentNode | null): Element {
  const chip = chips()?.querySelector(`[data-tone="${tone}"]`)?.cloneNode(true)
  if (!(chip instanceof HTMLElement)) throw new Error(`there is no chip of the tone ${tone}`)
  if (title !== undefined) chip.title = title
  const word = chip.lastElementChild
  if (word) word.textContent = text
  return chip
}
