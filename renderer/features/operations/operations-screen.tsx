import type { Operation } from '@shared/features/operations'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { DataGridHandle } from '../../grid/data-grid-handle'
import { useShortcut } from '../../lib/shortcuts'
import { useActiveProfile } from '../profiles'
import { OperationDetail } from './detail/operation-detail'
import type { HeldReviews } from './held-review'
import classes from './operations.module.css'
import { OperationsList } from './operations-list'
import { useOpenOperation } from './use-open-operation'

/** The Operations screen: the journal of the profile that this window works with, and one operation beside it. */
export function OperationsScreen({ reviews }: { reviews: HeldReviews }) {
  const { t } = useTranslation('operations')
  const { profile } = useActiveProfile()
  const grid = useRef<DataGridHandle>(null)
  const { id, open, close } = useOpenOperation()

  const closeAndReturn = () => {
    close()
    if (id !== undefined) requestAnimationFrame(() => grid.current?.focusRow(id))
  }
  useShortcut('closeOperation', closeAndReturn, { enabled: id !== undefined })

  return (
    <Group className={classes.split}>
      <Panel id="list" minSize="320px">
        <OperationsList
          key={profile.id}
          profile={profile.id}
          grid={grid}
          onOpen={(row: Operation) => open(row.id)}
        />
      </Panel>
      {id === undefined ? null : (
        <>
          <Separator className={classes.separator} aria-label={t('detail.resize')} />
          <Panel id="operation" minSize="340px" defaultSize="40%">
            <section className={classes.detail} aria-label={t('detail.label', { id })}>
              <OperationDetail
                key={id}
                profile={profile.id}
                id={id}
                reviews={reviews}
                onClose={closeAndReturn}
              />
            </section>
          </Panel>
        </>
      )}
    </Group>
  )
}
