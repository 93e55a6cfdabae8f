import { Anchor } from '@mantine/core'
import type { BatchId } from '@shared/features/batches'
import type { ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ErrorNotice } from '../../../../ui/error-notice'
import { BatchNotice, BatchProgress, BatchSteering, batchOptions, batchPath } from '../../../batches'
import classes from '../../privacy.module.css'

/** The batch that was started last: when it begins, how far it is, and what stops it. */
export function RunningBatch({
  profile,
  batch: id,
}: {
  readonly profile: ProfileId
  readonly batch: BatchId
}) {
  const { t } = useTranslation('privacy')
  const { data, error } = useQuery(batchOptions(profile, id))
  if (error) return <ErrorNotice error={error} />
  if (!data) return null
  return (
    <div className={classes.batch}>
      <div className={classes.tools}>
        <BatchSteering batch={data.batch} />
        <Anchor component={Link} href={batchPath(id)} size="sm">
          {t('erase.openBatch')}
        </Anchor>
      </div>
      <BatchNotice batch={data.batch} />
      <BatchProgress batch={data.batch} differing={0} />
    </div>
  )
}
