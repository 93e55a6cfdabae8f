import { isGap, type SearchedPlace } from '@shared/features/privacy'
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import classes from '../../privacy.module.css'
import { useCodeWords } from '../use-code-words'

const icons = {
  searched: IconCheck,
  partly: IconAlertTriangle,
  'not-searched': IconMinus,
  failed: IconAlertTriangle,
} as const

/** No copy is kept of some profiles, which is no fault; a place that should have answered and did not is one. */
const resultOf = (place: SearchedPlace): keyof typeof icons =>
  place.state === 'not-searched' && isGap(place) ? 'failed' : place.state

/** Where was searched, and what was not: nobody should take silence for an answer. */
export function SearchedPlaces({ places }: { readonly places: readonly SearchedPlace[] }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const words = useWhy()
  return (
    <ul className={classes.checklist}>
      {places.map((searched) => {
        const { place, state, why, looked } = searched
        const result = resultOf(searched)
        const Icon = icons[result]
        return (
          <li key={place} data-result={result}>
            <Icon size={16} aria-hidden />
            <span>
              {t(`find.place.${place}`)}:{' '}
              {t(`find.placeState.${state}`, { count: looked, number: format.count(looked) })}
              {why === undefined ? null : ` ${words(why)}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const known = ['MIRROR_NOT_OPEN', 'STOPPED', 'STORE_LOST', 'TOO_MANY'] as const

/** What kept a place from being searched whole, in own words where no error is called so. */
function useWhy(): (code: string) => string {
  const { t } = useTranslation('privacy')
  const words = useCodeWords()
  return (code) => {
    const own = known.find((one) => one === code)
    return own ? t(`find.why.${own}`) : words(code)
  }
}
