import i18next, { type ParseKeys } from 'i18next'
import { useTranslation } from 'react-i18next'

/** What a code of an error is called; the code itself where nobody told us about it. */
export function useCodeWords(): (code: string) => string {
  const { t } = useTranslation('errors')
  return (code) =>
    i18next.exists(`errors:codes.${code}`) ? t(`codes.${code}.title` as ParseKeys<'errors'>) : code
}
