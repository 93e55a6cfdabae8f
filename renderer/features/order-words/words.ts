import type { ParseKeys } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import english from '../../../resources/locales/en/order.json'

/** Lists of values of the API that have words of their own. */
export type WordList = keyof typeof english.words

/** The API's values and field names in the person's language; as sent where nobody told us about them (rules.md #55). */
export interface Words {
  /** A value of an enum. */
  word(list: WordList, value: string): string
  /** A field by its API name. */
  field(name: string): string
}

/** {@link Words} of the language on screen. English is the source of the keys, so it says what is known. */
export function useWords(): Words {
  const { t } = useTranslation('order')
  return useMemo(
    () => ({
      word: (list, value) =>
        Object.hasOwn(english.words[list], value) ? t(key(`words.${list}.${value}`)) : value,
      field: (name) => (Object.hasOwn(english.fields, name) ? t(key(`fields.${name}`)) : name),
    }),
    [t],
  )
}

const key = (path: string) => path as ParseKeys<'order'>
