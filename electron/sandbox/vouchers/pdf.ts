/**
 * A one-page PDF with lines of text in a built-in font. Characters outside Latin-1 are printed as "?": the
 * sandbox embeds no fonts.
 */
export function textPdf(lines: readonly string[]): Buffer {
  const text = lines.map((line, row) => `${row === 0 ? '' : '0 -18 Td '}(${escapeText(line)}) Tj`).join('\n')
  const stream = `BT /F1 12 Tf 56 780 Td\n${text}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let file = '%PDF-1.4\n'
  const positions: number[] = []
  for (const [position, object] of objects.entries()) {
    positions.push(file.length)
    file += `${position + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = positions.map((position) => `${String(position).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${positionOfTable(objects, positions)}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** Where the cross-reference table starts: behind the last object. */
function positionOfTable(objects: readonly string[], positions: readonly number[]): number {
  const last = objects.length - 1
  return (positions[last] ?? 0) + `${last + 1} 0 obj\n${objects[last]}\nendobj\n`.length
}

function escapeText(text: string): string {
  return text.replace(/[^\x20-\x7e\xa0-\xff]/g, '?').replace(/[\\()]/g, '\\$&')
}
