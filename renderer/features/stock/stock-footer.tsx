import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../lib/format'
import { ScreenFooter } from '../../ui/screen'
import classes from './stock.module.css'
import { type DeskView, type StockDesk, useDesk } from './stock-desk'

interface StockFooterProps {
  readonly desk: StockDesk
  readonly shown: number
  /** Absent until they are read. */
  readonly total: number | undefined
  /** Says how many are selected. */
  readonly count: ReactNode
  readonly isReadOnly: boolean
  readonly onDiscard: () => void
  readonly onSave: () => void
}

/** How many rows, what was changed and not saved, and how the last save stands. */
export function StockFooter(props: StockFooterProps) {
  const { desk, shown, total, count, isReadOnly, onDiscard, onSave } = props
  const { t } = useTranslation('stock')
  const format = useFormat()
  const changes = useDesk(desk, ({ history }) => history.edits.size)
  const batch = useDesk(desk, (view) => view.batch)
  const [saved, open, failed] = useDesk(desk, tallyOf).split(' ').map(Number) as [number, number, number]
  return (
    <ScreenFooter>
      <span role="status">
        {total === undefined
          ? ''
          : t('footer.shown', { shown: format.count(shown), total: format.count(total) })}
      </span>
      {count}
      {batch === undefined ? null : (
        <span role="status">
          {t('footer.result', {
            saved: format.count(saved),
            open: format.count(open),
            failed: format.count(failed),
          })}{' '}
          <Link href={`/operations/batches/${batch}`}>{t('footer.batch')}</Link>
        </span>
      )}
      {isReadOnly ? (
        <span className={classes.actions}>{t('footer.readOnly')}</span>
      ) : (
        <span className={classes.actions}>
          <span role="status">{t('footer.changes', { count: changes, number: format.count(changes) })}</span>
          <Button size="compact-sm" variant="default" disabled={changes === 0} onClick={onDiscard}>
            {t('footer.discard')}
          </Button>
          <Button size="compact-sm" disabled={changes === 0} onClick={onSave}>
            {t('footer.save')}
          </Button>
        </span>
      )}
    </ScreenFooter>
  )
}

/** Rows of the last saves: done, open and not saved, as one text so that it is drawn anew only when one of them changes. */
function tallyOf({ results }: DeskView): string {
  const tally = { saved: 0, open: 0, failed: 0 }
  for (const { state } of results.values()) {
    if (state === 'done') tally.saved++
    else if (state === 'failed' || state === 'not-sent' || state === 'withdrawn') tally.failed++
    else tally.open++
  }
  return `${tally.saved} ${tally.open} ${tally.failed}`
}
