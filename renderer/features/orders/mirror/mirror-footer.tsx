import { Button } from '@mantine/core'
import { areOrdersComing, type MirrorState, type mirrorOperations } from '@shared/features/mirror'
import type { OutputOf } from '@shared/ipc/define'
import type { ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { noSelection, type RowSelection } from '../../../grid/long/row-selection'
import { SelectionCount } from '../../../grid/selection-count'
import { useFormat } from '../../../lib/format'
import { SelectionActions } from '../../batches'
import classes from '../orders-footer.module.css'
import { TotalsLine } from '../totals-line'
import { GoToRow } from './go-to-row'
import { selectedReferences } from './selected-references'
import type { MirrorList } from './use-mirror-list'
import { useSelected } from './use-selected'

interface MirrorFooterProps {
  readonly profile: ProfileId
  readonly list: MirrorList
  readonly mirror: MirrorState
  readonly selection: RowSelection
  readonly onSelect: (selection: RowSelection) => void
  /** Absent where no rows are in sight. */
  readonly onGoTo: ((position: number) => void) | undefined
}

/** What the list in the local copy comes to: all of it, whether it is in sight or not. */
export function MirrorFooter(props: MirrorFooterProps) {
  const { profile, list, mirror, selection, onSelect, onGoTo } = props
  const { t } = useTranslation('orders')
  const format = useFormat()
  const { source, totals, isWhole, isCounting, countAgain } = list
  const total = source?.total ?? 0
  const selected = useSelected(profile, list, selection)
  const { count, notShown } = selected
  const named = selection.kind === 'some' ? selection.keys : undefined
  return (
    <footer className={classes.footer}>
      <span role="status">
        {source
          ? t(isWhole ? 'footer.loaded' : 'footer.more', { count: total, loaded: format.count(total) })
          : null}
      </span>
      {total > 0 && onGoTo ? <GoToRow total={total} onGoTo={onGoTo} /> : null}
      <SelectionCount
        count={count}
        of={notShown > 0 ? undefined : total}
        notShown={notShown}
        onClear={() => onSelect(noSelection)}
      />
      <SelectionActions orders={named ?? { count, read: () => selectedReferences(list, selection) }} />
      {count > 0 ? (
        <Comes
          label={t(notShown > 0 ? 'footer.totalsOfShown' : 'footer.totalsOfSelection')}
          to={selected.totals}
        />
      ) : (
        <Comes label={t('footer.total')} to={total > 0 ? totals : undefined} />
      )}
      <span className={classes.notes}>
        {isCounting && source ? <span>{t('footer.counting')}</span> : null}
        {countAgain ? (
          <Button variant="subtle" color="red" size="compact-xs" onClick={countAgain}>
            {t('footer.countFailed')}
          </Button>
        ) : null}
        {areOrdersComing(mirror) ? <Filling mirror={mirror} /> : null}
      </span>
    </footer>
  )
}

type ListTotals = OutputOf<(typeof mirrorOperations)['totalMirror']>

/** Sums by currency, once they are known and there is something to add up. */
function Comes({ label, to }: { label: string; to: ListTotals | undefined }) {
  if (!to || to.orders === 0) return null
  const sums = to.byCurrency.map(({ currency, total: amount }) => ({ currency, amount }))
  return <TotalsLine label={label} sums={sums} leftOut={to.unpriced} />
}

/** How much of the first fill is here. */
function Filling({ mirror: { orders, of } }: { mirror: MirrorState }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const held = format.count(orders)
  return (
    <span className={classes.warning}>
      {of === undefined
        ? t('mirror.fillingOpen', { held })
        : t('mirror.filling', { held, of: format.count(of) })}
    </span>
  )
}
