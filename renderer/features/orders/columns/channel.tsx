import type { OrderRow } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'

/** The sales channel in words; as sent when we do not know it. */
export function ChannelText({ row: { channel = '' } }: { row: OrderRow }) {
  const { t, i18n } = useTranslation('orders')
  const key = `channel.${channel}` as 'channel.OTHER'
  return <>{channel && i18n.exists(`orders:${key}`) ? t(key) : channel}</>
}
