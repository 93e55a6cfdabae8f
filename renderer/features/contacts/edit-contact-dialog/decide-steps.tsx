import { useTranslation } from 'react-i18next'
import { FormAndReview } from '../../order-action'
import { FormStep } from './form-step'
import { ReviewStep } from './review-step'
import type { ContactEdit } from './use-contact-edit'

/** The change of a contact on a fresh reading of it: the form, then what it will do. */
export function DecideSteps({ edit, onClose }: { edit: ContactEdit; onClose: () => void }) {
  const { t } = useTranslation('contacts')
  const { read, isThere, at } = edit
  return (
    <FormAndReview
      writing={edit}
      isRead={read !== undefined && isThere}
      waiting={t(read ? 'edit.gone' : 'edit.reading')}
      form={(onReview) => <FormStep order={read?.order} edit={edit} onReview={onReview} onClose={onClose} />}
      review={(onBack) => (read ? <ReviewStep {...read} at={at} edit={edit} onBack={onBack} /> : null)}
      onClose={onClose}
    />
  )
}
