import { Textarea } from '@mantine/core'
import { pendingVouchers, releaseObstacle, type vouchersOperations } from '@shared/features/vouchers'
import type { InputOf } from '@shared/ipc/define'
import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../lib/ipc'
import { ConfirmFooter, OrderActionDialog, type Step, seenOf } from '../order-action'
import classes from './vouchers.module.css'

type Confirmed = Pick<InputOf<(typeof vouchersOperations)['releaseVoucher']>, 'reason' | 'seen'>

interface ReleaseDialogProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  /** `booking_reference`; absent: all of the order. */
  readonly booking: string | undefined
  readonly onClose: () => void
}

/** Forcing the release of vouchers that are pending, behind a warning (rules.md #183, #188). */
export function ReleaseDialog({ profile, reference, booking, onClose }: ReleaseDialogProps) {
  const { t } = useTranslation('vouchers')
  const part = booking === undefined ? {} : { booking }
  return (
    <OrderActionDialog
      profile={profile}
      reference={reference}
      kind="release-voucher"
      title={t('release.title', { what: booking ?? reference })}
      record={(confirmed: Confirmed) =>
        ipc.vouchers.releaseVoucher({ profile, order: reference, ...part, ...confirmed })
      }
      decide={(step) => <Confirm {...step} booking={booking} />}
      sentence={({ state }) => t(`release.progress.${state}`)}
      onClose={onClose}
    />
  )
}

function Confirm({
  order,
  booking,
  sending,
  onConfirm,
  onClose,
}: Step<Confirmed> & { readonly booking: string | undefined }) {
  const { t } = useTranslation('vouchers')
  const describedBy = useId()
  const [reason, setReason] = useState('')
  const obstacle = releaseObstacle(order, booking)
  const pending = pendingVouchers(order, booking)
  return (
    <div>
      <div id={describedBy}>
        {obstacle ? (
          <p role="alert" className={classes.warning}>
            {t(`release.obstacle.${obstacle}`)}
          </p>
        ) : (
          <>
            <p>{t('release.effect', { count: pending.length })}</p>
            <p className={classes.detail}>{pending.join(', ')}</p>
            <p role="alert" className={classes.warning}>
              {t('release.warning')}
            </p>
            <p className={classes.quiet}>{t('release.who')}</p>
          </>
        )}
      </div>
      {obstacle ? null : (
        <Textarea
          mt="sm"
          label={t('release.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
        />
      )}
      <ConfirmFooter
        label={obstacle ? undefined : t('release.confirm', { count: pending.length })}
        ready={!obstacle && reason.trim().length >= 3}
        sending={sending}
        dangerous
        describedBy={describedBy}
        onConfirm={() => onConfirm({ reason: reason.trim(), seen: seenOf(order) })}
        onClose={onClose}
      />
    </div>
  )
}
