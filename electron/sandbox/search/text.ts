/** Lower case without diacritics, so that "Muller" finds "Müller". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .normalize('NFC')
}

/** True if every word of `words` is part of `text`. */
export function containsWords(text: string, words: string): boolean {
  const folded = fold(text)
  return fold(words)
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => folded.includes(word))
}

/**
 * Full-text search with wildcards (`order_search_query`): every term must match a whole word; `*` stands
 * for any run of characters inside a word and `?` for one.
 */
export function compileSearch(query: string): (text: string) => boolean {
  const terms = fold(query)
    .split(/\s+/)
    .filter((term) => term !== '')
    .map((term) => {
      const pattern = term
        .replace(/[.+^${}()|[\]\\/]/g, '\\$&')
        .replaceAll('*', '\\S*')
        .replaceAll('?', '\\S')
      return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u')
    })
  return (text) => {
    const folded = fold(text)
    return terms.every((term) => term.test(folded))
  }
}
