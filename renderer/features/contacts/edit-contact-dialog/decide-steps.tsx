import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingBar } from '../../../ui/loading-bar'
import { NotRead } from '../../order-action'
import { FormStep } from './form-step'
import { ReviewStep } from './review-step'
import type { ContactEdit } from './use-contact-edit'

/** The form, then what it will do. A change by somebody else leads back to the form, and says what it was. */
export function DecideSteps({ edit, onClose }: { edit: ContactEdit; onClose: () => void }) {
  const { t } = useTranslation('contacts')
  const [reviewing, setReviewing] = useState(false)
  const { read, isThere, at, reading, moved, error, wasAsked, readAgain } = edit
  if (error || !read || !isThere) {
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
        {t(read ? 'edit.gone' : 'edit.reading')}
      </NotRead>
    )
  }
  return (
    <>
      <LoadingBar active={reading} />
      {reviewing && !moved ? (
        <ReviewStep {...read} at={at} edit={edit} onBack={() => setReviewing(false)} />
      ) : (
        <FormStep
          order={read.order}
          edit={edit}
          onReview={() => {
            edit.goOn()
            setReviewing(true)
          }}
          onClose={onClose}
        />
      )}
    </>
  )
}
