import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { toAppError } from '../../../lib/present-error'

/** Leads to the operation that is already at it; nothing for any other error. */
export function FirstOperationLink({ error, onFollow }: { error: unknown; onFollow: () => void }) {
  const { t } = useTranslation('cancellations')
  const { code, params } = toAppError(error)
  if (code !== 'ALREADY_IN_PROGRESS' || params?.operation === undefined) return null
  return (
    <Anchor component={Link} href={`/operations/${params.operation}`} onClick={onFollow}>
      {t('review.openFirst')}
    </Anchor>
  )
}
