import type { ContactUid, ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { FormAndReview } from '../../order-action'
import { FormStep } from './form-step'
import { ReviewStep } from './review-step'
import type { Amending } from './use-amending'

interface WritingStepsProps {
  readonly profile: ProfileId
  readonly begin: 'fields' | 'note'
  readonly amending: Amending
  readonly onCancelInstead: (() => void) | undefined
  /** Changing a known contact, in place of this. */
  readonly onEditContact: (contact: ContactUid) => void
  readonly onClose: () => void
}

/** An amendment on a fresh reading of the order: the form, then what it will do. */
export function WritingSteps({ profile, begin, amending, onClose, ...instead }: WritingStepsProps) {
  const { t } = useTranslation('amendments')
  const { order } = amending
  return (
    <FormAndReview
      writing={amending}
      isRead={order !== undefined}
      waiting={t('amend.reading')}
      form={(onReview) =>
        order ? (
          <FormStep {...{ profile, order, begin, amending, onReview }} {...instead} onClose={onClose} />
        ) : null
      }
      review={(onBack) => (order ? <ReviewStep order={order} amending={amending} onBack={onBack} /> : null)}
      onClose={onClose}
    />
  )
}
