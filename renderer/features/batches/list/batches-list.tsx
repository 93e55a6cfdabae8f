import { Button } from '@mantine/core'
import type { Batch } from '@shared/features/batches'
import type { ProfileId } from '@shared/kernel/ids'
import { IconListDetails } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { EmptyState } from '../../../ui/empty-state'
import { ListScreen } from '../../list-screen'
import { JournalNotice, OperationsTabs } from '../../operations'
import { useActiveProfile } from '../../profiles'
import { batchPath, newBatchPath } from '../paths'
import { batchesOptions } from '../queries'
import { useBatchColumns } from './use-batch-columns'

const rowKey = ({ id }: Batch) => id

/** The batches of a profile, newest first. */
export function BatchesList({ profile: id }: { profile: ProfileId }) {
  const { t } = useTranslation('batches')
  const [, navigate] = useLocation()
  const { profile } = useActiveProfile()
  const columns = useBatchColumns()
  const query = useQuery(batchesOptions(id))
  const begin = () => navigate(newBatchPath)
  return (
    <ListScreen
      profile={id}
      id="batches"
      label={t('list.title')}
      header={<OperationsTabs current="batches" />}
      tools={
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconListDetails size={16} aria-hidden />}
          onClick={begin}
        >
          {t('start.open')}
        </Button>
      }
      notice={<JournalNotice />}
      columns={columns}
      rows={query.data?.batches}
      rowKey={rowKey}
      query={query}
      onRefresh={() => void query.refetch()}
      empty={
        <EmptyState title={t('list.empty')} action={{ label: t('start.open'), run: begin }}>
          {t(profile.readOnly ? 'list.readOnly' : 'list.howTo')}
        </EmptyState>
      }
      onOpen={(batch) => navigate(batchPath(batch.id))}
    />
  )
}
