import { Anchor, Button, Checkbox } from '@mantine/core'
import { findDoubles } from '@shared/features/contacts'
import type { Profile } from '@shared/features/profiles'
import type { ContactUid } from '@shared/kernel/ids'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useFormat } from '../../../lib/format'
import { useShortcut } from '../../../lib/shortcuts'
import { useFocusAtEnd } from '../../../lib/use-focus-at-end'
import { useStepFocus } from '../../../lib/use-step-focus'
import { useWindowTitle } from '../../../lib/window-title'
import { LoadFailed } from '../../../ui/load-failed'
import { LoadingBar } from '../../../ui/loading-bar'
import { useWords } from '../../order-words'
import { contactsPath } from '../contact-paths'
import { useContactFilters } from '../contacts-list/use-contact-filters'
import { useContactsList } from '../contacts-list/use-contacts-list'
import { EditContactDialog } from '../edit-contact-dialog/edit-contact-dialog'
import classes from './doubles.module.css'
import { DoublesGroup } from './doubles-group'
import { useOtherRoles } from './use-other-roles'

/** Groups that are shown at once. */
const step = 25

/** Likely doubles among the contacts that were read, side by side. Nothing is merged by itself. */
export function DoublesPage({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('contacts')
  const format = useFormat()
  const { word } = useWords()
  const [, navigate] = useLocation()
  const heading = useStepFocus<HTMLHeadingElement>()
  const { filters } = useContactFilters(profile.id)
  const list = useContactsList(profile.id, filters, '')
  const [everyRole, setEveryRole] = useState(false)
  // The others begin once this role is whole.
  const others = useOtherRoles(profile.id, filters, everyRole && list.isWhole)
  const isReading = list.readsAll || (everyRole && list.isWhole && !others.isWhole)
  useFocusAtEnd(isReading, heading)
  const [withDoubtful, setWithDoubtful] = useState(false)
  const [shown, setShown] = useState(step)
  const [editing, setEditing] = useState<ContactUid>()
  const groups = useMemo(
    () => findDoubles([...(list.rows ?? []), ...(everyRole ? others.rows : [])]),
    [list.rows, everyRole, others.rows],
  )
  const told = groups.filter(({ isDoubtful }) => withDoubtful || !isDoubtful)
  useWindowTitle(t('doubles.title'))
  useShortcut('closeOrder', () => navigate(contactsPath), { enabled: editing === undefined })
  const words = {
    read: format.count(list.read),
    total: format.count(Math.max(list.total ?? 0, list.read)),
    type: word('contactType', filters.type ?? 'CONTACT'),
    all: format.count(list.read + others.read),
    roles: others.through + (list.isWhole ? 1 : 0),
    ofRoles: others.roles + 1,
  }
  const among = () => {
    if (!everyRole) return t(list.isWhole ? 'doubles.inAll' : 'doubles.inRead', words)
    return t(list.isWhole && others.isWhole ? 'doubles.inEvery' : 'doubles.inSome', words)
  }
  return (
    <article className={classes.page}>
      <LoadingBar active={list.query.isFetching || isReading} />
      <Anchor component={Link} href={contactsPath} size="sm">
        {t('page.back')}
      </Anchor>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {t('doubles.title')}
      </h1>
      <p className={classes.about}>{t('doubles.about')}</p>
      <p className={classes.about}>{t('doubles.orders')}</p>
      <div className={classes.bar}>
        <span role="status">
          {t('doubles.found', { count: told.length, number: format.count(told.length) })} {among()}
        </span>
        {list.isWhole ? null : (
          <Button variant="default" size="compact-sm" onClick={list.readsAll ? list.stop : list.readAll}>
            {t(list.readsAll ? 'footer.stop' : 'doubles.readRest')}
          </Button>
        )}
        <Checkbox
          size="xs"
          label={t('doubles.everyRole')}
          checked={everyRole}
          onChange={(event) => {
            setEveryRole(event.currentTarget.checked)
            if (event.currentTarget.checked && !list.isWhole) list.readAll()
          }}
        />
        <Checkbox
          size="xs"
          label={t('doubles.doubtful')}
          checked={withDoubtful}
          onChange={(event) => setWithDoubtful(event.currentTarget.checked)}
        />
      </div>
      {list.query.error ? (
        <LoadFailed error={list.query.error} onRetry={() => void list.query.refetch()} />
      ) : null}
      {others.error ? <LoadFailed error={others.error} onRetry={others.retry} /> : null}
      {told.slice(0, shown).map((group) => (
        <DoublesGroup
          key={group.key}
          group={group}
          onEdit={profile.access === 'full' ? setEditing : undefined}
        />
      ))}
      {told.length > shown ? (
        <Button variant="default" onClick={() => setShown(shown + step)}>
          {t('doubles.more')}
        </Button>
      ) : null}
      {editing === undefined ? null : (
        <EditContactDialog
          profile={profile.id}
          contact={editing}
          onClose={() => {
            setEditing(undefined)
            void list.query.refetch()
          }}
        />
      )}
    </article>
  )
}
