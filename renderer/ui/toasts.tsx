import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { PresentOptions } from '../lib/present-error'
import { ErrorBody, ErrorTitle } from './error-notice'
import classes from './toasts.module.css'

/** Time on screen of good news, in milliseconds. Bad news stays until it is closed. */
const goodNewsFor = 6000

/** Tells a result. `title` says what happened: "3 tickets cancelled". */
export function toastDone({ title, message }: { title: string; message?: string }): void {
  notifications.show({
    title,
    message,
    icon: <IconCheck size={16} aria-hidden />,
    autoClose: goodNewsFor,
    className: classes.done,
  })
}

/** Tells an error that has no place of its own on the screen. */
export function toastError(error: unknown, options: PresentOptions = {}): void {
  notifications.show({
    title: <ErrorTitle error={error} />,
    message: <ErrorBody error={error} {...options} />,
    icon: <IconAlertTriangle size={16} aria-hidden />,
    autoClose: false,
    role: 'alert',
    className: classes.failed,
  })
}
