/** A Markdown table: a row per fault, a column per kind of operation. */
export function tableOf(
  kinds: readonly string[],
  outcomes: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    row(['What goes wrong', ...kinds.map((kind) => `\`${kind}\``)]),
    row(['---', ...kinds.map(() => '---')]),
    ...[...outcomes].map(([fault, byKind]) =>
      row([fault, ...kinds.map((kind) => byKind.get(kind) ?? 'not run')]),
    ),
  ].join('\n')
}

const begin = '<!-- written by test/faults/reliability.test.ts -->'
const end = '<!-- end -->'

/**
 * The document with the table between its two marks.
 * @throws Error when it has no marks
 */
export function withTable(document: string, table: string): string {
  const from = document.indexOf(begin)
  const to = document.indexOf(end, from)
  if (from < 0 || to < 0) throw new Error(`the document has no "${begin}" … "${end}"`)
  return `${document.slice(0, from + begin.length)}\n\n${table}\n\n${document.slice(to)}`
}
