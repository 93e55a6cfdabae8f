import { type DueStatus, dueStatus, type RequestState } from '@shared/features/privacy'
import { IconAlertTriangleFilled, IconCalendar, IconClockExclamation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './privacy.module.css'

const icons = { overdue: IconAlertTriangleFilled, soon: IconClockExclamation, later: IconCalendar } as const

/** Until when a request is to be answered, and how near that is: by word, shape and colour. */
export function DueChip({
  dueOn,
  today,
  state,
}: {
  readonly dueOn: string
  readonly today: string
  readonly state: RequestState
}) {
  const { t } = useTranslation('privacy')
  if (state === 'completed' || state === 'withdrawn') return <span className={classes.quiet}>{dueOn}</span>
  const due = dueStatus(dueOn, today)
  const Icon = icons[due.kind]
  return (
    <span className={classes.due} data-due={due.kind} title={dueOn}>
      <Icon size={14} aria-hidden />
      {t(wordsFor(due), { count: Math.abs(due.days) })}
    </span>
  )
}

const wordsFor = ({ kind, days }: DueStatus) =>
  kind === 'overdue' ? 'due.overdue' : days === 0 ? 'due.today' : kind === 'soon' ? 'due.soon' : 'due.later'
