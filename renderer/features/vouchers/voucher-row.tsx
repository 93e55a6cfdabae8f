import { Button } from '@mantine/core'
import type { VoucherTarget } from '@shared/features/vouchers'
import { externalUrlSchema } from '@shared/features/windows'
import { appError } from '@shared/kernel/app-error'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc, OperationError } from '../../lib/ipc'
import { StatusChip } from '../../ui/status-chip'
import { toastDone } from '../../ui/toasts'
import classes from './vouchers.module.css'

interface VoucherRowProps {
  readonly target: VoucherTarget
  readonly name: string
  /** Set apart: the reference of the booking. */
  readonly detail?: string
  readonly released: boolean | undefined
  /** Called with what went wrong, and with `undefined` when something new is tried. */
  readonly onError: (error: unknown) => void
  /** Forces the release of one that is pending; absent where the profile can only read. */
  readonly onRelease: (() => void) | undefined
  readonly autoFocus?: boolean
}

/** One voucher with what can be done with it. While it is not released there is nothing to be had. */
export function VoucherRow({
  target,
  name,
  detail,
  released,
  onError,
  onRelease,
  autoFocus,
}: VoucherRowProps) {
  const { t } = useTranslation('vouchers')
  const hintId = useId()
  const callbacks = { onMutate: () => onError(undefined), onError: (error: unknown) => onError(error) }
  const open = useMutation({ mutationFn: () => ipc.vouchers.openVoucher(target), ...callbacks })
  const save = useMutation({
    mutationFn: () => ipc.vouchers.saveVoucher(target),
    ...callbacks,
    onSuccess: ({ savedAs }) =>
      savedAs && toastDone({ title: t('saved'), message: t('savedAs', { name: savedAs }) }),
  })
  const print = useMutation({
    mutationFn: () => ipc.vouchers.printVoucher(target),
    ...callbacks,
    onSuccess: ({ printed }) => printed && toastDone({ title: t('printed') }),
  })
  const openLink = useMutation({
    mutationFn: async () => {
      const { url } = await ipc.vouchers.getVoucherLink(target)
      if (!externalUrlSchema.safeParse(url).success) throw new OperationError(unsafeLink)
      return ipc.windows.openExternal({ url })
    },
    ...callbacks,
  })
  const copyLink = useMutation({
    mutationFn: async () => {
      const { url } = await ipc.vouchers.getVoucherLink(target)
      await navigator.clipboard.writeText(url)
      return url
    },
    ...callbacks,
    onSuccess: (url) => toastDone({ title: t('linkCopied'), message: url }),
  })
  const pending = released === false
  const actions = [
    { words: 'open', mutation: open },
    { words: 'save', mutation: save },
    { words: 'print', mutation: print },
    { words: 'openLink', mutation: openLink },
    { words: 'copyLink', mutation: copyLink },
  ] as const
  const busy = actions.some(({ mutation }) => mutation.isPending)
  return (
    <li className={classes.row}>
      <div className={classes.name}>
        <span>{name}</span>
        {detail ? <span className={classes.detail}>{detail}</span> : null}
        {pending ? (
          <span id={hintId} title={t('pendingHint')}>
            <StatusChip tone="pending" label={t('pending')} />
          </span>
        ) : null}
      </div>
      <div className={classes.buttons}>
        {pending && onRelease ? (
          <Button
            variant="default"
            aria-label={`${t('release.open')}: ${[name, detail].filter(Boolean).join(' ')}`}
            onClick={onRelease}
          >
            {t('release.open')}
          </Button>
        ) : null}
        {actions.map(({ words, mutation }, at) => (
          <Button
            key={words}
            variant="default"
            disabled={pending || busy}
            loading={mutation.isPending}
            aria-label={`${t(words)}: ${[name, detail].filter(Boolean).join(' ')}`}
            aria-describedby={pending ? hintId : undefined}
            data-autofocus={(autoFocus && at === 0) || undefined}
            onClick={() => mutation.mutate()}
          >
            {t(words)}
          </Button>
        ))}
      </div>
    </li>
  )
}

/** Only https is opened; anything else can still be copied. */
const unsafeLink = appError('UNSAFE_LINK', 'the link of the voucher is not https')
