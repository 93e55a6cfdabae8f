/** A row of a table: a name and what it says. */
export type Row = readonly [string, string]

export interface Section {
  readonly title: string
  readonly rows: readonly Row[]
}

/** A plain page to be printed: a heading, what it is, and tables. Every text is escaped. */
export function page(lang: string, title: string, intro: string, sections: readonly Section[]): string {
  const tables = sections
    .map(({ title: heading, rows }) => {
      const body = rows
        .map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`)
        .join('')
      return `<h2>${escaped(heading)}</h2><table>${body}</table>`
    })
    .join('')
  return `<!doctype html><html lang="${escaped(lang)}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body><h1>${escaped(title)}</h1><p>${escaped(intro)}</p>${tables}</body></html>`
}

const style = `
  body { font: 10pt/1.45 system-ui, sans-serif; color: #111; }
  h1 { font-size: 16pt; margin: 0 0 6pt; }
  h2 { font-size: 11pt; margin: 14pt 0 4pt; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: 2pt 6pt 2pt 0; border-bottom: 0.5pt solid #ccc; }
  th { font-weight: 500; width: 38%; }
  td { overflow-wrap: anywhere; }
  tr { break-inside: avoid; }
`

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
