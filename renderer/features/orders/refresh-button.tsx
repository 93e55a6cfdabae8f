import { Button, Tooltip } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format'

interface RefreshButtonProps {
  /** Milliseconds since 1970 UTC. */
  readonly fetchedAt: number | undefined
  readonly busy: boolean
  readonly onRefresh: () => void
}

/** How old the list is, and reading it again. */
export function RefreshButton({ fetchedAt, busy, onRefresh }: RefreshButtonProps) {
  const { t } = useTranslation('orders')
  const { locale } = useFormat()
  const now = useNow(20_000)
  const minutes = fetchedAt === undefined ? 0 : Math.floor(Math.max(now - fetchedAt, 0) / 60_000)
  const age =
    minutes < 1
      ? t('refresh.now')
      : minutes < 60
        ? t('refresh.minutes', { count: minutes })
        : t('refresh.hours', { count: Math.floor(minutes / 60) })
  const time = fetchedAt && deskClock(fetchedAt, locale)
  return (
    <Tooltip label={time ? t('refresh.updated', { time }) : t('refresh.action')}>
      <Button
        variant="subtle"
        fw={400}
        color="gray"
        size="compact-xs"
        aria-label={fetchedAt === undefined ? t('refresh.action') : `${t('refresh.action')} · ${age}`}
        aria-busy={busy}
        leftSection={<IconRefresh size={14} aria-hidden />}
        onClick={onRefresh}
      >
        {fetchedAt === undefined ? null : age}
      </Button>
    </Tooltip>
  )
}

/** "14:02" at the desk. */
export const deskClock = (epochMs: number, locale: string): string =>
  new Date(epochMs).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })

/** The time now, as often as it matters; milliseconds since 1970 UTC. */
function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}
