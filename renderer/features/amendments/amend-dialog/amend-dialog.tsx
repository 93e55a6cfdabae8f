import type { ContactUid, OrderReference, ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Followed, FormDialog } from '../../order-action'
import { ProgressStep } from './progress-step'
import { useAmending } from './use-amending'
import { WritingSteps } from './writing-steps'

interface AmendDialogProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  /** Where the person begins to write. */
  readonly begin: 'fields' | 'note'
  /** Cancelling in place of what cannot be amended here; absent where nothing can be cancelled. */
  readonly onCancelInstead: (() => void) | undefined
  /** Changing a known contact, in place of this. */
  readonly onEditContact: (contact: ContactUid) => void
  readonly onClose: () => void
}

/**
 * Amending an order and its bookings: a form on a fresh read, what it will do, and what came of it. Whoever asks while an
 * earlier amendment is unsettled is shown that one.
 */
export function AmendDialog(props: AmendDialogProps) {
  const { profile, reference, onClose, onCancelInstead, ...writing } = props
  const { t } = useTranslation('amendments')
  const [followed, setFollowed] = useState<Followed>()
  const amending = useAmending(profile, reference, setFollowed)
  return (
    <FormDialog
      title={t('amend.title', { order: reference })}
      isUnsaved={!followed && !amending.draft.isEmpty}
      onClose={onClose}
    >
      {(leave) =>
        followed ? (
          <ProgressStep
            profile={profile}
            reference={reference}
            {...followed}
            before={amending.sent?.order}
            amendment={amending.sent?.amendment}
            onAgain={() => {
              setFollowed(undefined)
              void amending.readAgain()
            }}
            onClose={onClose}
          />
        ) : (
          <WritingSteps
            {...writing}
            profile={profile}
            amending={amending}
            onCancelInstead={onCancelInstead && (() => leave(onCancelInstead))}
            onClose={() => leave(onClose)}
          />
        )
      }
    </FormDialog>
  )
}
