import type { MirrorState } from '@shared/features/mirror'
import { useTranslation } from 'react-i18next'
import { noSelection, type RowSelection, selectedCount } from '../../../grid/long/row-selection'
import { SelectionCount } from '../../../grid/selection-count'
import { useFormat } from '../../../lib/format'
import { SelectionActions } from '../../batches'
import classes from '../orders-footer.module.css'
import { TotalsLine } from '../totals-line'
import { GoToRow } from './go-to-row'
import { selectedReferences } from './selected-references'
import type { MirrorList } from './use-mirror-list'
import { useSelectionTotals } from './use-selection-totals'

interface MirrorFooterProps {
  readonly list: MirrorList
  readonly mirror: MirrorState
  readonly selection: RowSelection
  readonly onSelect: (selection: RowSelection) => void
  readonly onGoTo: (position: number) => void
}

/** What the list in the local copy comes to: all of it, whether it is in sight or not. */
export function MirrorFooter({ list, mirror, selection, onSelect, onGoTo }: MirrorFooterProps) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const { source, totals, isCounting } = list
  const total = source?.total ?? 0
  const count = selectedCount(selection, total)
  const ofSelection = useSelectionTotals(list, selection)
  const named = selection.kind === 'some' ? selection.keys : undefined
  return (
    <footer className={classes.footer}>
      <span role="status">
        {source ? t('footer.loaded', { count: total, loaded: format.count(total) }) : null}
      </span>
      {total > 0 ? <GoToRow total={total} onGoTo={onGoTo} /> : null}
      <SelectionCount count={count} of={total} notShown={0} onClear={() => onSelect(noSelection)} />
      <SelectionActions orders={named ?? { count, read: () => selectedReferences(list, selection) }} />
      {ofSelection ? (
        <TotalsLine label={t('footer.totalsOfSelection')} {...ofSelection} />
      ) : totals && total > 0 ? (
        <TotalsLine
          label={t('footer.total')}
          sums={totals.byCurrency.map(({ currency, total: amount }) => ({ currency, amount }))}
          leftOut={totals.unpriced}
        />
      ) : null}
      <span className={classes.notes}>
        {isCounting && source ? <span>{t('footer.counting')}</span> : null}
        {mirror.isFilled ? null : <Filling mirror={mirror} />}
      </span>
    </footer>
  )
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
