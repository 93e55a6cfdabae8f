import { Button } from '@mantine/core'
import type { ContactUid, ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import classes from './amend-dialog.module.css'
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
      <>
        <LoadingBar active={reading} />
        {error ? (
          <ErrorNotice
            error={error}
            command={wasAsked}
            actions={
              <Button
                variant="default"
                loading={reading}
                onClick={() => {
                  setReviewing(false)
                  void readAgain()
                }}
              >
                {t('amend.readAgain')}
              </Button>
            }
          />
        ) : (
          <p className={classes.quiet}>{t('amend.reading')}</p>
        )}
        <div className={classes.footer}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('amend.close')}
          </Button>
        </div>
      </>
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
