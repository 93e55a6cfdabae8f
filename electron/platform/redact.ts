/** Takes secrets and personal data out of text before it is written down. */
export interface Redactor {
  /** From now on this value is taken out wherever it appears. */
  remember(secret: string): void
  redact(text: string): string
}

/** Shorter ones would take ordinary words with them. */
const shortestSecret = 4

/**
 * The log gets codes, ids and counts only (log.ts); this is the second line, for what slips through: known secrets
 * in the forms they travel in, credentials by their shape, e-mail addresses and telephone numbers.
 */
export function createRedactor(): Redactor {
  const known = new Set<string>()
  return {
    remember: (secret) => {
      if (secret.length < shortestSecret) return
      known.add(secret)
      known.add(encodeURIComponent(secret))
      known.add(JSON.stringify(secret).slice(1, -1))
      known.add(Buffer.from(secret).toString('base64'))
    },
    redact: (text) => {
      let clean = text
      for (const secret of known) clean = clean.replaceAll(secret, '[secret]')
      for (const [shape, replacement] of shapes) clean = clean.replace(shape, replacement)
      return clean
    },
  }
}

const secretName =
  '(?:api[_-]?key|key|token|access[_-]?token|refresh[_-]?token|client[_-]?secret|secret|password|authorization)'

const shapes: readonly (readonly [RegExp, string])[] = [
  // https://user:password@host
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1[secret]@'],
  // Authorization: Basic …, Bearer …
  [/\b(Basic|Bearer)\s+[\w+/.~=-]+/gi, '$1 [secret]'],
  // JSON Web Tokens (rules.md #3)
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '[secret]'],
  // "client_secret":"…"
  [new RegExp(`("${secretName}"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"`, 'gi'), '$1"[secret]"'],
  // ?key=… (rules.md #12), client_secret=…
  [new RegExp(`\\b(${secretName})=[^\\s&#"']+`, 'gi'), '$1=[secret]'],
  [/[\p{L}\p{N}._%+-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu, '[e-mail]'],
  // Runs of eight and more digits with the separators of telephone numbers; not inside ids and dates.
  [/(?<![\w.:-])(?:\+|00)?\(?\d[\d ()./-]{6,}\d(?![\w-])/g, '[number]'],
]
