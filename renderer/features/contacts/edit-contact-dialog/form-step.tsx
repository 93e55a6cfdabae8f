import { Button } from '@mantine/core'
import type { Order } from '@shared/api'
import { orderCurrency } from '@shared/features/orders'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../../lib/shortcuts'
import { useFieldFocus } from '../../../lib/use-step-focus'
import { FieldGrid, focusFirstProblem, isSeldomOfContact, MovedNotice } from '../../field-form'
import classes from './edit-contact.module.css'
import type { ContactEdit } from './use-contact-edit'

interface FormStepProps {
  /** Absent where the contact is changed by itself. */
  readonly order: Order | undefined
  readonly edit: ContactEdit
  readonly onReview: () => void
  readonly onClose: () => void
}

/** What may be changed of the contact, and how far that reaches. Fields are checked when they are left. */
export function FormStep({ order, edit, onReview, onClose }: FormStepProps) {
  const { t } = useTranslation('contacts')
  // Also of whoever comes back from the review, or is shown what somebody else changed.
  const form = useFieldFocus<HTMLFormElement>('input')
  const [checked, setChecked] = useState(false)
  const { fields, draft, edits, hasProblems, problem, moved, reading, takeTheirs } = edit
  const currency = orderCurrency(order)
  const isEmpty = edits.length === 0
  const review = () => {
    setChecked(true)
    if (isEmpty || reading) return
    if (hasProblems) requestAnimationFrame(() => focusFirstProblem(form.current))
    else onReview()
  }
  useShortcut('submitForm', review, { inDialog: true, enabled: !isEmpty && !reading })
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
          title={t(`edit.moved.${moved.thing}`)}
          moved={moved}
          currency={currency.kind === 'one' ? currency.code : ''}
          onTakeTheirs={takeTheirs}
        />
      ) : null}
      <p className={classes.reach}>{t(order ? 'edit.reach' : 'edit.reachAlone')}</p>
      <FieldGrid fields={fields} draft={draft} checked={checked} isSeldom={isSeldomOfContact} />
      {problem ? (
        <p role="alert" className={classes.problem}>
          {t(`edit.problem.${problem}`)}
        </p>
      ) : null}
      <div className={classes.footer}>
        <Button variant="default" onClick={onClose}>
          {t('edit.close')}
        </Button>
        <Button type="submit" disabled={isEmpty} loading={reading}>
          {t('edit.review')}
        </Button>
      </div>
    </form>
  )
}
