import type { SearchedPlace } from '@shared/features/privacy'
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import classes from '../../privacy.module.css'
import { useCodeWords } from '../use-code-words'

const icons = { searched: IconCheck, partly: IconAlertTriangle, 'not-searched': IconMinus } as const

/** Where was searched, and what was not: nobody should take silence for an answer. */
export function SearchedPlaces({ places }: { readonly places: readonly SearchedPlace[] }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const words = useCodeWords()
  return (
    <ul className={classes.checklist}>
      {places.map(({ place, state, why, looked }) => {
        const Icon = icons[state]
        return (
          <li key={place} data-result={state}>
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
