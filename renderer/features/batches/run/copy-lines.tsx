import type { Batch } from '@shared/features/batches'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { CopyReferences } from '../copy-references'
import { groups, progressOf } from '../progress'
import { readAll } from '../queries'

/** What somebody has to look at, as references to paste elsewhere. */
const copied = ['failed', 'unknown', 'not-sent'] as const

/** Copies the references of what failed, of what is not known and of what was not sent, each by itself. */
export function CopyLines({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batches')
  const progress = progressOf(batch)
  return copied
    .filter((group) => progress[group] > 0)
    .map((group) => (
      <CopyReferences
        key={group}
        label={t(`run.copy.${group}`, { count: progress[group] })}
        read={async () => {
          const lines = await readAll((offset) =>
            ipc.batches.listBatchLines({
              batch: batch.id,
              states: [...groups[group]],
              offset,
              limit: 500,
            }),
          )
          return lines.map(({ reference }) => reference)
        }}
      />
    ))
}
