import { Button } from '@mantine/core'
import type { Contact, Order } from '@shared/api'
import { catchingUp, contactEdits } from '@shared/features/contacts'
import { orderCurrency } from '@shared/features/orders'
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { noPlainEnter } from '../../../lib/no-plain-enter'
import { shortcutTable, useShortcut } from '../../../lib/shortcuts'
import { useArmed } from '../../../lib/use-armed'
import { useStepFocus } from '../../../lib/use-step-focus'
import { Kbd } from '../../../ui/kbd'
import { ChangeList } from '../../order-words'
import classes from './edit-contact.module.css'
import type { ContactEdit } from './use-contact-edit'

interface ReviewStepProps {
  /** Absent where the contact is changed by itself. */
  readonly order: Order | undefined
  readonly contact: Contact
  /** Where the contact stands on the order. */
  readonly at: number | undefined
  readonly edit: ContactEdit
  readonly onBack: () => void
}

/** What changes for the contact and on this order, and the one button that acts. Plain Enter does not reach it. */
export function ReviewStep({ order, contact, at, edit, onBack }: ReviewStepProps) {
  const { t } = useTranslation('contacts')
  const describedBy = useId()
  const heading = useStepFocus<HTMLHeadingElement>()
  const armed = useArmed()
  const { edits, sending, reading, send } = edit
  const changes = useMemo(() => contactEdits(contact, edits), [contact, edits])
  const behind = useMemo(() => (at === undefined ? [] : catchingUp(order, at, contact)), [order, at, contact])
  const currency = orderCurrency(order)
  const code = currency.kind === 'one' ? currency.code : ''
  const ready = armed && !sending && !reading
  useShortcut('submitForm', send, { inDialog: true, enabled: ready })
  return (
    <div>
      <div id={describedBy}>
        <h3 ref={heading} tabIndex={-1} className={classes.heading}>
          {t('edit.what', { count: changes.length })}
        </h3>
        <ChangeList changes={changes} currency={code} />
        {behind.length > 0 ? (
          <>
            <p className={classes.warning}>{t('edit.behind')}</p>
            <ChangeList changes={behind} currency={code} />
          </>
        ) : null}
        <p className={classes.reach}>{t(order ? 'edit.reach' : 'edit.reachAlone')}</p>
      </div>
      <div className={classes.footer}>
        <Button variant="default" onClick={onBack} disabled={sending}>
          {t('edit.back')}
        </Button>
        <Button
          onClick={send}
          onKeyDown={noPlainEnter}
          disabled={!armed}
          loading={sending || reading}
          aria-describedby={describedBy}
          rightSection={<Kbd keys={shortcutTable.submitForm.keys} decorative />}
        >
          {t('edit.confirm')}
        </Button>
      </div>
    </div>
  )
}
