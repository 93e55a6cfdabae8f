/** A value of the API in words; its own word when we do not know it, also where that is the name of something built in. */
export const wordOf = (words: Readonly<Record<string, string>>, value: string): string =>
  (Object.hasOwn(words, value) ? words[value] : undefined) ?? value
