import { foldText, untypable } from '@shared/kernel/fold-text'

export { foldText }

/**
 * The one way in which text becomes words, of orders and of what is typed: without accents, in lower case, split at
 * everything that is no letter or digit. What a file holds was made with it: a change needs a migration that begins anew.
 */

/** Longest word that is kept; a longer one is cut, also when it is typed. */
const longestWord = 48

const isAscii = /^[\0-\x7f]*$/

const apostrophes = /['\u2018\u2019\u02bb\u02bc`\u00b4]/g
const wordLike = /[\p{L}\p{N}]+/gu
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc]+/gu
const isUnspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc]/u

/** A run of letters and digits; `unspaced` where the script writes no spaces, so that any part of it is looked for. */
export interface Piece {
  readonly text: string
  readonly unspaced: boolean
}

/** Runs of letters and digits of folded text. */
export function piecesOf(folded: string): Piece[] {
  const runs = folded.match(wordLike) ?? []
  if (isAscii.test(folded)) return runs.map((text) => ({ text: text.slice(0, longestWord), unspaced: false }))
  return runs.flatMap((run) =>
    [...run.matchAll(unspaced)].map(([text]) =>
      isUnspaced.test(text)
        ? { text, unspaced: true }
        : { text: text.slice(0, longestWord), unspaced: false },
    ),
  )
}

/** Pairs of neighbours. */
export function pairsOf(run: string): string[] {
  const signs = [...run]
  return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}

/** Everything but letters and digits left out. */
export const joined = (folded: string): string =>
  (folded.match(wordLike) ?? []).join('').slice(0, longestWord)

/** A text without its apostrophes, which some type and others do not. */
export const withoutApostrophes = (folded: string): string => folded.replace(apostrophes, '')

/** Digits of a phone number, without the trunk zero in brackets and without leading zeros. */
export const phoneDigits = (text: string): string =>
  foldText(text).replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^0+/, '').slice(0, longestWord)

/** Collects the words of one order, each once. */
export interface WordCollector {
  /** Titles, notes. */
  text(value: string | undefined): void
  /** References, codes and names, which are typed with and without what stands between their parts. */
  code(value: string | undefined): void
  phone(value: string | undefined): void
  /** A word for an exact value that nobody can type. */
  tag(kind: TagKind, value: string | undefined): void
  all(): string
}

export function collectWords(): WordCollector {
  const words = new Set<string>()
  const addPieces = (folded: string): void => {
    for (const { text, unspaced: isRun } of piecesOf(folded)) {
      if (!isRun) words.add(text)
      else {
        for (const pair of pairsOf(text)) words.add(pair)
        // The last sign begins no pair.
        words.add([...text].at(-1) ?? text)
      }
    }
  }
  const text = (value: string | undefined): void => {
    if (value === undefined) return
    const folded = foldText(value)
    addPieces(folded)
    const plain = withoutApostrophes(folded)
    if (plain !== folded) addPieces(plain)
  }
  return {
    text,
    code: (value) => {
      if (value === undefined) return
      text(value)
      const whole = joined(foldText(value))
      if (whole && !isUnspaced.test(whole)) words.add(whole)
    },
    phone: (value) => {
      if (value === undefined) return
      const digits = phoneDigits(value)
      // With and without the country's own digits, of which there are one to three.
      for (let less = 0; less <= 3 && (less === 0 || digits.length - less >= 5); less++)
        if (digits.length > less) words.add(digits.slice(less))
    },
    tag: (kind, value) => {
      if (value !== undefined) words.add(tagWord(kind, value))
    },
    all: () => [...words].join(' '),
  }
}

/** Product, supplier, distributor, reseller, slot, known contact, e-mail of who made the order. */
export type TagKind = 'p' | 's' | 'd' | 'r' | 'a' | 'c' | 'e'

const encoded = new RegExp(`${untypable}([0-9a-z]+)${untypable}`, 'g')

/** The value that {@link tagWord} made the word of, as far as it kept it. */
export const tagValue = (word: string): string =>
  word.slice(2).replace(encoded, (_, code: string) => String.fromCharCode(Number.parseInt(code, 36)))

/** All words of a kind come before it, in the order of their bytes. */
export const tagsEnd = (kind: TagKind): string => `${untypable}${String.fromCharCode(kind.charCodeAt(0) + 1)}`

/** The word that stands for an exact value; different values never share one. E-mails are alike in any case. */
export function tagWord(kind: TagKind, value: string): string {
  const plain = kind === 'e' ? value.trim().toLowerCase() : value.trim()
  const safe = plain.replace(
    /[^a-z0-9]/g,
    (sign) => `${untypable}${sign.charCodeAt(0).toString(36)}${untypable}`,
  )
  return `${untypable}${kind}${safe}`
}
