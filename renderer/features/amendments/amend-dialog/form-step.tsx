import { Button } from '@mantine/core'
import type { Order } from '@shared/api'
import { amendableSections } from '@shared/features/amendments'
import { orderCurrency } from '@shared/features/orders'
import type { ContactUid, ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../../lib/shortcuts'
import { useFieldFocus } from '../../../lib/use-step-focus'
import { focusFirstProblem, MovedNotice } from '../../field-form'
import classes from './amend-dialog.module.css'
import { BookingSection } from './bookings/booking-section'
import { EntrySection } from './entry-section'
import { NoteFields } from './note-fields'
import type { Amending } from './use-amending'

interface FormStepProps {
  readonly profile: ProfileId
  readonly order: Order
  readonly begin: 'fields' | 'note'
  readonly amending: Amending
  readonly onReview: () => void
  readonly onCancelInstead: (() => void) | undefined
  /** Changing a known contact, in place of this. */
  readonly onEditContact: (contact: ContactUid) => void
  readonly onClose: () => void
}

/** What can be amended, by what it belongs to. Fields are checked when they are left. */
export function FormStep({ profile, order, begin, amending, ...props }: FormStepProps) {
  const { onReview, onCancelInstead, onEditContact, onClose } = props
  const { t } = useTranslation('amendments')
  const { draft, moved, reading } = amending
  const currency = orderCurrency(order)
  // Whoever comes back from the review, or is shown a new version of the order, begins where they began.
  const form = useFieldFocus<HTMLFormElement>(`[data-begin="${begin}"]`)
  const [checked, setChecked] = useState(false)
  const review = () => {
    setChecked(true)
    if (draft.isEmpty || reading) return
    if (draft.hasProblems) requestAnimationFrame(() => focusFirstProblem(form.current))
    else onReview()
  }
  useShortcut('submitForm', review, { inDialog: true, enabled: !draft.isEmpty && !reading })
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        review()
      }}
    >
      {moved ? (
        <MovedNotice
          title={t('amend.moved.title')}
          moved={moved}
          currency={currency.kind === 'one' ? currency.code : ''}
        />
      ) : null}
      <div className={classes.groups}>
        {amendableSections.map((section) =>
          section === 'booking' ? (
            <BookingSection
              key={section}
              profile={profile}
              order={order}
              draft={draft}
              checked={checked}
              onCancelInstead={onCancelInstead}
            />
          ) : (
            <EntrySection
              key={section}
              section={section}
              draft={draft}
              checked={checked}
              onEditContact={onEditContact}
            />
          ),
        )}
        <NoteFields note={draft.note} onChange={draft.setNote} />
      </div>
      <div className={classes.footer}>
        <Button variant="default" onClick={onClose}>
          {t('amend.close')}
        </Button>
        <Button type="submit" disabled={draft.isEmpty} loading={reading}>
          {t('amend.review')}
        </Button>
      </div>
    </form>
  )
}
