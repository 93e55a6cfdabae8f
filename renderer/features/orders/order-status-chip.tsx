import { statusMeaning } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { StatusChip } from '../../ui/status-chip'
import { statusWord } from './columns/status-parts'

/** The order's status in words. */
export function OrderStatusChip({ status }: { status: string | undefined }) {
  const { t } = useTranslation('orders')
  return (
    <StatusChip
      tone={statusMeaning(status)}
      label={statusWord(status, t('status', { returnObjects: true }))}
      {...(status && { title: status })}
    />
  )
}
