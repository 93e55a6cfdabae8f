import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ScreenTitle } from '../../ui/screen'
import classes from './operations.module.css'

const places = { operations: '/operations', batches: '/operations/batches' } as const
type Place = keyof typeof places

/** The two lists of the Operations screen: single operations, and batches of them. */
export function OperationsTabs({ current }: { current: Place }) {
  const { t } = useTranslation('operations')
  return (
    <nav className={classes.tabs} aria-label={t('tabs.label')}>
      {(Object.keys(places) as Place[]).map((place) =>
        place === current ? (
          <ScreenTitle key={place}>
            <Tab place={place} current />
          </ScreenTitle>
        ) : (
          <Tab key={place} place={place} />
        ),
      )}
    </nav>
  )
}

function Tab({ place, current }: { place: Place; current?: boolean }) {
  const { t } = useTranslation('operations')
  return (
    <Link href={places[place]} className={classes.tab} aria-current={current ? 'page' : undefined}>
      {t(`tabs.${place}`)}
    </Link>
  )
}
