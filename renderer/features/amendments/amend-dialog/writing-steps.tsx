import type { ContactUid, ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingBar } from '../../../ui/loading-bar'
import { NotRead } from '../../order-action'
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

/** The form, then what it will do. A change by somebody else leads back to the form, and says what it was. */
export function WritingSteps({ profile, begin, amending, onClose, ...instead }: WritingStepsProps) {
  const { t } = useTranslation('amendments')
  const [reviewing, setReviewing] = useState(false)
  const { order, reading, moved, error, wasAsked, readAgain } = amending
  if (error || !order) {
    return (
      <NotRead
        reading={reading}
        error={error}
        command={wasAsked}
        onReadAgain={() => {
          setReviewing(false)
          void readAgain()
        }}
        onClose={onClose}
      >
        {t('amend.reading')}
      </NotRead>
    )
  }
  return (
    <>
      <LoadingBar active={reading} />
      {reviewing && !moved ? (
        <ReviewStep order={order} amending={amending} onBack={() => setReviewing(false)} />
      ) : (
        <FormStep
          profile={profile}
          order={order}
          begin={begin}
          amending={amending}
          onReview={() => {
            amending.goOn()
            setReviewing(true)
          }}
          {...instead}
          onClose={onClose}
        />
      )}
    </>
  )
}
