import { inflateSync } from 'node:zlib'

/** What can be said of a PDF that Chromium printed without drawing it. */
export interface PrintedPdf {
  readonly pages: number
  /** Every character that is drawn with an embedded font, each once. */
  readonly characters: ReadonlySet<string>
}

/** @throws when the bytes are no PDF */
export function readPdf(bytes: Buffer): PrintedPdf {
  const text = bytes.toString('latin1')
  if (!text.startsWith('%PDF-')) throw new Error('this is no PDF')
  const characters = new Set<string>()
  for (const stream of streamsIn(bytes, text)) for (const one of mappedIn(stream)) characters.add(one)
  return { pages: text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, characters }
}

function* streamsIn(bytes: Buffer, text: string): Generator<string> {
  for (const found of text.matchAll(/stream\r?\n/g)) {
    const from = found.index + found[0].length
    const to = text.indexOf('endstream', from)
    if (text.slice(found.index - 3, found.index) === 'end' || to < 0) continue
    try {
      yield inflateSync(bytes.subarray(from, to)).toString('latin1')
    } catch {
      yield text.slice(from, to)
    }
  }
}

/** What the glyphs of a font stand for: its ToUnicode map. */
function* mappedIn(cmap: string): Generator<string> {
  const characterOf = (hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, to = ''] of block.matchAll(/<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]{4})>/g)) yield characterOf(to)
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, low = '', high = '', to = ''] of block.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]{4})>/g,
    )) {
      const count = Number.parseInt(high, 16) - Number.parseInt(low, 16)
      for (let at = 0; at <= count; at++) yield String.fromCodePoint(Number.parseInt(to, 16) + at)
    }
  }
}
