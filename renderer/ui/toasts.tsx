import { Button } from '@mantine/core'
import { type NotificationData, notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { PresentOptions } from '../lib/present-error'
import { ErrorBody, ErrorTitle } from './error-notice'
import classes from './toasts.module.css'

/** Time on screen of good news, in milliseconds. Bad news stays until it is closed. */
const goodNewsFor = 6000

/** What can be done about what is told. */
interface ToastAction {
  readonly label: string
  readonly onClick: () => void
}

const legible = (toast: NotificationData): NotificationData => ({
  // Mantine's own grey of what it says is too pale, by a selector that a class does not outdo.
  styles: { description: { color: 'var(--gh-dimmed)' } },
  ...toast,
})
const show = (toast: NotificationData): string => notifications.show(legible(toast))

const withAction = (message: string | undefined, action: ToastAction | undefined): ReactNode =>
  action ? (
    <>
      {message}
      <div>
        <Button size="compact-xs" variant="default" mt={6} onClick={action.onClick}>
          {action.label}
        </Button>
      </div>
    </>
  ) : (
    message
  )

/** Tells a result. `title` says what happened: "3 tickets cancelled". */
export function toastDone({
  title,
  message,
  action,
}: {
  title: string
  message?: string
  action?: ToastAction
}): void {
  show({
    title,
    message: withAction(message, action),
    icon: <IconCheck size={16} aria-hidden />,
    autoClose: goodNewsFor,
    className: classes.done,
  })
}

/** The last note of each cause. */
const lastNotes = new Map<string, string>()

/**
 * Tells why something was not done that nobody did wrong.
 * @param cause a note takes the place of the one before of the same cause; absent: it stands beside all others
 * @param stays until it is closed: somebody has to know
 */
export function toastNote({
  title,
  message,
  cause,
  stays = false,
}: {
  title: string
  message?: string
  cause?: string
  stays?: boolean
}): void {
  const before = cause === undefined ? undefined : lastNotes.get(cause)
  // A new one and no update: that would go when the time of the first is over.
  if (before !== undefined) notifications.hide(before)
  const shown = show({ title, message, autoClose: stays ? false : goodNewsFor })
  if (cause !== undefined) lastNotes.set(cause, shown)
}

/** Tells how far something is that takes a while; the same `id` again tells the next step of it. */
export function toastProgress({
  action,
  ...toast
}: {
  id: string
  title: string
  message: string
  action?: ToastAction
  onClose: () => void
}): void {
  const message = withAction(toast.message, action)
  const shown = { ...toast, message, loading: true, autoClose: false as const, role: 'status' }
  show(shown)
  notifications.update(legible(shown))
}

/** Takes back what {@link toastProgress} tells. */
export const endProgress = (id: string): void => void notifications.hide(id)

/** Tells an error that has no place of its own on the screen. */
export function toastError(error: unknown, options: PresentOptions = {}): void {
  show({
    title: <ErrorTitle error={error} />,
    message: <ErrorBody error={error} {...options} />,
    icon: <IconAlertTriangle size={16} aria-hidden />,
    autoClose: false,
    role: 'alert',
    className: classes.failed,
  })
}
