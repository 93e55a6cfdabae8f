/**
 * The form in which text is compared, of what is read and of what is typed. Files hold what was made with it: a change
 * needs a migration that begins anew.
 */

/** Letters that Unicode does not take apart, by what people type for them. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ς: 'σ',
  // Arabic: forms of alef, ya, ta marbuta and kaf that are typed for each other.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
}
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')
/** Marks, tatweel, and what has no width. */
const dropped = /[\p{M}\u0640\p{Cf}]/gu
/** U+A66E begins words that nobody can type. */
export const untypable = '\u{a66e}'
const isAscii = /^[\0-\x7f]*$/

/** Text in the form in which it is compared. Hangul is put together again, which taking accents off took apart. */
export function foldText(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase()
  return text
    .replace(/\p{Surrogate}/gu, ' ')
    .normalize('NFKD')
    .replace(dropped, '')
    .toLowerCase()
    .replace(special, (letter: string) => letters[letter] ?? letter)
    .normalize('NFC')
    .replaceAll(untypable, ' ')
}
