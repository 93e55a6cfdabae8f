import type { OrderChange } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format'
import classes from './change-list.module.css'
import { type ChangeGroup, type ChangeWords, groupChanges, stepText, valueText } from './change-text'
import { keyed } from './keyed'
import { useWords } from './words'

/** Differences, under what they belong to: the booking, the ticket, the contact. Prices in detail come folded. */
export function ChangeList({ changes, currency }: { changes: readonly OrderChange[]; currency: string }) {
  const { t } = useTranslation('order')
  const words: ChangeWords = { ...useWords(), t, format: useFormat(), currency }
  const { main, prices } = groupChanges(changes)
  const count = prices.reduce((sum, group) => sum + group.changes.length, 0)
  return (
    <>
      <ChangeGroups groups={main} words={words} />
      {count > 0 ? (
        <details className={classes.prices}>
          <summary>{t('history.prices', { count })}</summary>
          <ChangeGroups groups={prices} words={words} />
        </details>
      ) : null}
    </>
  )
}

function ChangeGroups({ groups, words }: { groups: readonly ChangeGroup[]; words: ChangeWords }) {
  return (
    <ul className={classes.groups}>
      {keyed(groups).map(({ key, item: { place, changes } }) => (
        <li key={key}>
          <div className={classes.place}>
            {place.length === 0
              ? words.t('history.order')
              : place.map((step) => stepText(step, words)).join(' › ')}
          </div>
          <ul className={classes.changes}>
            {keyed(changes).map(({ key: changeKey, item }) => (
              <ChangeItem key={changeKey} change={item} words={words} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function ChangeItem({ change, words }: { change: OrderChange; words: ChangeWords }) {
  const { t } = words
  const { path, kind, before, after } = change
  const last = path.at(-1)
  if (!last) return null
  const shown = (value: string | undefined) =>
    value === undefined ? t('history.empty') : valueText(last.field, value, words)
  return (
    <li className={classes.change} data-kind={kind}>
      <span>{stepText(last, words)}</span>
      {before === undefined && after === undefined ? (
        <span className={classes.kind}>{t(kind === 'added' ? 'history.added' : 'history.removed')}</span>
      ) : (
        <>
          <del>
            <span className={classes.spoken}>{t('history.was')} </span>
            <bdi>{shown(before)}</bdi>
          </del>
          <span aria-hidden>→</span>
          <ins>
            <span className={classes.spoken}>{t('history.is')} </span>
            <bdi>{shown(after)}</bdi>
          </ins>
        </>
      )}
    </li>
  )
}
