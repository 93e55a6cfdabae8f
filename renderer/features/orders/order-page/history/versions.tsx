import type { Order } from '@shared/api'
import { diffOrder } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import { countOf } from '@shared/kernel/tolerant'
import { IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../../../ui/error-notice'
import { LoadingBar } from '../../../../ui/loading-bar'
import { ChangeList } from '../../../order-words'
import { orderQueries } from '../../order-queries'
import classes from './history.module.css'

interface VersionsProps {
  readonly profile: ProfileId
  readonly reference: string
  /** As it is now. */
  readonly order: Order
  /** `order_version` of the order as sent. */
  readonly version: string | undefined
  readonly currency: string
}

/** The versions of an order, newest first; each opens to what it changed. */
export function Versions({ version, ...shared }: VersionsProps) {
  const { t } = useTranslation('order')
  const newest = countOf(version)
  if (newest === undefined) return <p className={classes.quiet}>{t('history.noVersion')}</p>
  if (newest <= 1) return <p className={classes.quiet}>{t('history.onlyOne')}</p>
  const versions = Array.from({ length: newest - 1 }, (_, at) => newest - at)
  return (
    <ol className={classes.versions}>
      {versions.map((number) => (
        <Version key={number} number={number} newest={newest} {...shared} />
      ))}
    </ol>
  )
}

interface VersionProps extends Omit<VersionsProps, 'version'> {
  readonly number: number
  readonly newest: number
}

function Version({ number, newest, ...shared }: VersionProps) {
  const { t } = useTranslation('order')
  const bodyId = useId()
  const [open, setOpen] = useState(number === newest)
  return (
    <li className={classes.version}>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={open}
        aria-controls={bodyId}
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight size={16} className={classes.chevron} aria-hidden />
        {t('history.version', { version: number })}
        {number === newest ? <span className={classes.quiet}>{t('history.current')}</span> : null}
      </button>
      <div id={bodyId} hidden={!open} className={classes.versionBody}>
        {open ? <ChangesSince number={number} newest={newest} {...shared} /> : null}
      </div>
    </li>
  )
}

/** What a version changed against the one before. Both are read for this; one that cannot be read says so. */
function ChangesSince({ profile, reference, order, currency, number, newest }: VersionProps) {
  const { t } = useTranslation('order')
  const earlier = useQuery({
    ...orderQueries.version(profile, reference, number),
    enabled: number !== newest,
  })
  const before = useQuery(orderQueries.version(profile, reference, number - 1))
  const after = number === newest ? order : earlier.data?.order
  const changes = useMemo(
    () => before.data && after && diffOrder(before.data.order, after),
    [before.data, after],
  )
  const failed = before.data ? earlier : before
  if (changes) {
    return (
      <>
        <p className={classes.quiet}>
          {t('history.changesSince', { version: number - 1 })}
          {': '}
          {changes.length === 0
            ? t('history.nothing', { version: number - 1 })
            : t('history.changes', { count: changes.length })}
        </p>
        <ChangeList changes={changes} currency={currency} />
      </>
    )
  }
  if (failed.error) {
    return (
      <>
        <p className={classes.quiet}>
          {t('history.unreadable', { version: before.data ? number : number - 1 })}
        </p>
        <ErrorNotice error={failed.error} />
      </>
    )
  }
  return <LoadingBar active />
}
