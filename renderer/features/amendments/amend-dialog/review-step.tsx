import { Button, Checkbox } from '@mantine/core'
import type { Order } from '@shared/api'
import {
  amendmentChanges,
  applyAmendment,
  bookingAmendments,
  type PriceSwitches,
  standingMails,
  ticketsObstacle,
  ticketsRecipient,
} from '@shared/features/amendments'
import { orderCurrency } from '@shared/features/orders'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { keysOf, shortcutTable, useShortcut } from '../../../lib/shortcuts'
import { useArmed } from '../../../lib/use-armed'
import { useStepFocus } from '../../../lib/use-step-focus'
import { Kbd } from '../../../ui/kbd'
import { ChangeList, useWords } from '../../order-words'
import { useActiveProfile } from '../../profiles'
import classes from './amend-dialog.module.css'
import { ContactsNotice } from './contacts-notice'
import { PriceSection } from './price-section'
import type { Amending } from './use-amending'

interface ReviewStepProps {
  readonly order: Order
  readonly amending: Amending
  readonly onBack: () => void
}

/** What changes, what it costs and who is mailed, and the one button that acts. Plain Enter does not reach it. */
export function ReviewStep({ order, amending, onBack }: ReviewStepProps) {
  const { t } = useTranslation('amendments')
  const describedBy = useId()
  const [mail, setMail] = useState(false)
  const { request } = amending
  const { amendment } = amending.draft
  const changes = useMemo(() => amendmentChanges(order, amendment), [order, amendment])
  const amended = useMemo(() => applyAmendment(order, amendment), [order, amendment])
  const recipient = ticketsObstacle(amended) ? undefined : ticketsRecipient(amended)?.email
  const currency = orderCurrency(order)
  const code = currency.kind === 'one' ? currency.code : ''
  const isReplaced = bookingAmendments(amendment).size > 0
  const [switches, setSwitches] = useState<PriceSwitches>({ adjust: false, resellerOnly: false })
  const previews = useActiveProfile().profile.environment === 'built-in-sandbox'
  const preview = useQuery({
    queryKey: ['amendment-preview', request, switches],
    queryFn:
      request && isReplaced && previews
        ? () => ipc.amendments.previewAmendment({ ...request, switches })
        : skipToken,
    gcTime: 0,
    retry: false,
  })
  const armed = useArmed()
  const heading = useStepFocus<HTMLHeadingElement>()
  const ready = armed && !amending.sending && !amending.reading
  const confirm = () =>
    ready &&
    amending.send({
      ticketsTo: mail ? recipient : undefined,
      switches: switches.adjust ? switches : undefined,
      forecast: preview.data?.total ?? undefined,
    })
  useShortcut('submitForm', confirm, { inDialog: true, enabled: ready })
  return (
    <div>
      <div id={describedBy}>
        <h3 ref={heading} tabIndex={-1} className={classes.heading}>
          {t('amend.what', { count: changes.length })}
        </h3>
        <ChangeList changes={changes} currency={code} />
        <ContactsNotice draft={amending.draft} />
        {isReplaced ? <p className={classes.warning}>{t('amend.replaced')}</p> : null}
        <PriceSection
          order={order}
          switches={switches}
          onSwitches={setSwitches}
          preview={isReplaced ? preview : undefined}
          previews={previews}
        />
        <h3 className={classes.heading}>{t('amend.mail.title')}</h3>
        <p>{t(mail ? 'amend.mail.tickets' : 'amend.mail.none', { recipient })}</p>
        <StandingMails order={amended} />
      </div>
      {recipient === undefined ? null : (
        <Checkbox
          checked={mail}
          onChange={(event) => setMail(event.currentTarget.checked)}
          label={t('amend.mail.choose', { recipient })}
        />
      )}
      <div className={classes.footer}>
        <Button variant="default" onClick={onBack} disabled={amending.sending}>
          {t('amend.back')}
        </Button>
        <Button
          onClick={confirm}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // Plain Enter sends nothing, and no key does that is held down.
            event.preventDefault()
            const keys = keysOf(event.nativeEvent, window.gatehouse.platform)
            if (keys === shortcutTable.submitForm.keys && !event.repeat) confirm()
          }}
          disabled={!armed}
          loading={amending.sending || amending.reading}
          aria-describedby={describedBy}
          rightSection={<Kbd keys={shortcutTable.submitForm.keys} decorative />}
        >
          {t('amend.confirm')}
        </Button>
      </div>
    </div>
  )
}

/** Other mails that the order itself asks for whenever it is saved. */
function StandingMails({ order }: { order: unknown }) {
  const { t } = useTranslation('amendments')
  const { field } = useWords()
  const mails = standingMails(order)
  if (mails.length === 0) return null
  return <p className={classes.warning}>{t('amend.mail.standing', { mails: mails.map(field).join(', ') })}</p>
}
