import { Button, TextInput } from '@mantine/core'
import type { Order } from '@shared/api'
import type { AmendableGroup } from '@shared/features/amendments'
import type { ProfileId } from '@shared/kernel/ids'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AmendDraft } from '../use-amend-draft'
import { BookingCard } from './booking-card'
import classes from './bookings.module.css'

interface BookingSectionProps {
  readonly profile: ProfileId
  readonly order: Order
  readonly draft: AmendDraft
  readonly checked: boolean
  readonly onCancelInstead: (() => void) | undefined
}

/** More than this many are searched, and shown a page at a time. */
const pageSize = 12

/** The bookings of the order, each to be opened for amending. A single one is open. */
export function BookingSection(props: BookingSectionProps) {
  const { draft } = props
  const { t } = useTranslation('amendments')
  const groups = useMemo(() => draft.groups.filter(({ booking }) => booking !== undefined), [draft.groups])
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState(pageSize)
  const found = groups.filter((group) => matches(group, search))
  if (groups.length === 0) return null
  return (
    <section aria-label={t('amend.bookings.title')}>
      {groups.length > pageSize ? (
        <TextInput
          className={classes.search}
          label={t('amend.bookings.search', { count: groups.length })}
          value={search}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      ) : null}
      {found.slice(0, shown).map((group) => (
        <BookingCard key={group.key} {...props} group={group} initiallyOpen={groups.length === 1} />
      ))}
      {found.length > shown ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + pageSize)}>
          {t('amend.bookings.more', { count: found.length - shown })}
        </Button>
      ) : null}
    </section>
  )
}

const matches = ({ title = '', booking = '' }: AmendableGroup, search: string): boolean =>
  `${title} ${booking}`.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase())
