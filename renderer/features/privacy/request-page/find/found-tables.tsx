import { Anchor, Checkbox } from '@mantine/core'
import type { FoundContact, FoundOrder, MatchReason } from '@shared/features/privacy'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../../lib/format'
import { orderPath, RecordedTime, useWords } from '../../../order-words'
import classes from '../../privacy.module.css'
import { SuretyChip } from '../../request-chip'
import { groupedReasons } from './grouped-reasons'

export interface Choice {
  readonly orders?: string[]
  readonly contacts?: string[]
  readonly chosen: boolean
}
/** Absent where nothing can be chosen any more. */
type OnChoose = ((choice: Choice) => void) | undefined

interface TableProps<Found> {
  readonly title: string
  readonly found: readonly Found[]
  readonly onChoose: OnChoose
}

/** Orders that were found, each a way to its page. Nothing where there is none. */
export function FoundOrders({ title, found, onChoose }: TableProps<FoundOrder>) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  return (
    <FoundTable
      title={title}
      found={found}
      keyOf={({ reference }) => reference}
      onChoose={onChoose && ((orders, chosen) => onChoose({ orders, chosen }))}
      heads={[t('found.order'), t('found.travel')]}
      cells={({ reference, travel: [first], created }) => [
        <Anchor key="order" component={Link} href={orderPath(reference)} className={classes.mono}>
          {reference}
        </Anchor>,
        first ? (
          format.moment(first.at, first.dateOnly ? 'date' : 'dateTime')
        ) : (
          <RecordedTime key="created" at={created} />
        ),
      ]}
    />
  )
}

/** Contacts of the contacts module that were found. */
export function FoundContacts({ title, found, onChoose }: TableProps<FoundContact>) {
  const { t } = useTranslation('privacy')
  return (
    <FoundTable
      title={title}
      found={found}
      keyOf={({ uid }) => uid}
      onChoose={onChoose && ((contacts, chosen) => onChoose({ contacts, chosen }))}
      heads={[t('found.contact')]}
      cells={({ uid }) => [
        <Anchor
          key="contact"
          component={Link}
          href={`/contacts/${encodeURIComponent(uid)}`}
          className={classes.mono}
        >
          {uid}
        </Anchor>,
      ]}
    />
  )
}

interface FoundTableProps<Found> {
  readonly title: string
  readonly found: readonly Found[]
  readonly keyOf: (found: Found) => string
  readonly heads: readonly string[]
  readonly cells: (found: Found) => readonly ReactNode[]
  readonly onChoose: ((keys: string[], chosen: boolean) => void) | undefined
}

function FoundTable<Found extends FoundOrder | FoundContact>(props: FoundTableProps<Found>) {
  const { title, found, keyOf, heads, cells, onChoose } = props
  const { t } = useTranslation('privacy')
  const chosen = found.filter((one) => one.chosen)
  if (found.length === 0) return null
  const isAll = chosen.length === found.length
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption>
          {title}{' '}
          <span className={classes.quiet}>
            {t('found.count', { chosen: chosen.length, count: found.length })}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={classes.tick}>
              <Checkbox
                aria-label={t('found.all', { title })}
                checked={isAll}
                indeterminate={!isAll && chosen.length > 0}
                disabled={!onChoose}
                onChange={() => onChoose?.(found.map(keyOf), !isAll)}
              />
            </th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">{t('found.guest')}</th>
            <th scope="col">{t('found.surety')}</th>
            <th scope="col">{t('found.why')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((one) => (
            <tr key={keyOf(one)}>
              <td className={classes.tick}>
                <Checkbox
                  aria-label={t('found.choose', { key: keyOf(one) })}
                  checked={one.chosen}
                  disabled={!onChoose}
                  onChange={() => onChoose?.([keyOf(one)], !one.chosen)}
                />
              </td>
              {cells(one).map((cell, at) => (
                <td key={heads[at]}>{cell}</td>
              ))}
              <td>
                <bdi>{one.guest?.name ?? '–'}</bdi>
                {one.guest?.email ? <div className={classes.quiet}>{one.guest.email}</div> : null}
              </td>
              <td>
                <SuretyChip surety={one.surety} />
                {one.arrived ? <div className={classes.arrived}>{t('found.arrived')}</div> : null}
              </td>
              <td>
                <Reasons why={one.why} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Why something was found, one line for all fields that say the same; what speaks against it stands last. */
function Reasons({ why }: { readonly why: readonly MatchReason[] }) {
  const { t } = useTranslation('privacy')
  const { field } = useWords()
  return (
    <ul className={classes.reasons}>
      {groupedReasons(why).map(({ key, what, how, fields: [first = '', ...more] }) => {
        const name = field(first)
        const fields = more.length === 0 ? name : t('match.more', { field: name, count: more.length })
        return (
          <li key={key} title={[first, ...more].map(field).join(', ')}>
            {t(`match.${how}`, { what: t(`match.what.${what}`), field: fields })}
          </li>
        )
      })}
    </ul>
  )
}
