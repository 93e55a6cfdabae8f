import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import classes from './edit-contact.module.css'
import { FormStep } from './form-step'
import { ReviewStep } from './review-step'
import type { ContactEdit } from './use-contact-edit'

/** The form, then what it will do. A change by somebody else leads back to the form, and says what it was. */
export function DecideSteps({ edit, onClose }: { edit: ContactEdit; onClose: () => void }) {
  const { t } = useTranslation('contacts')
  const [reviewing, setReviewing] = useState(false)
  const { read, at, reading, moved, error, wasAsked, readAgain } = edit
  const isHere = read !== undefined && at !== undefined
  if (error || !isHere) {
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
                {t('edit.readAgain')}
              </Button>
            }
          />
        ) : (
          <p className={classes.quiet}>{t(read ? 'edit.gone' : 'edit.reading')}</p>
        )}
        <div className={classes.footer}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('edit.close')}
          </Button>
        </div>
      </>
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
