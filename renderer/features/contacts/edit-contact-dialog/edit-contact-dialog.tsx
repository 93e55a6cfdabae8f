import type { ContactUid, OrderReference, ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TypedValues } from '../../field-form'
import { type Followed, FollowStep, FormDialog } from '../../order-action'
import { DecideSteps } from './decide-steps'
import { Outcome } from './outcome'
import { useContactEdit } from './use-contact-edit'

interface EditContactDialogProps {
  readonly profile: ProfileId
  /** The order that gets the new version of the contact; absent: the contact is changed by itself. */
  readonly reference?: OrderReference | undefined
  readonly contact: ContactUid
  /** What is typed to begin with, by the paths of the fields. */
  readonly begin?: TypedValues | undefined
  readonly onClose: () => void
}

/**
 * Changing a known contact: a form on a fresh read of it, what it will do to it and to the order, and what came of it.
 * Whoever asks while an earlier change is unsettled is shown that one.
 */
export function EditContactDialog({ profile, reference, contact, begin, onClose }: EditContactDialogProps) {
  const { t } = useTranslation('contacts')
  const [followed, setFollowed] = useState<Followed>()
  const edit = useContactEdit({ profile, reference, contact, begin }, setFollowed)
  return (
    <FormDialog title={t('edit.title')} isUnsaved={!followed && edit.isUnsaved} onClose={onClose}>
      {(leave) =>
        followed ? (
          <FollowStep
            {...followed}
            profile={profile}
            kind={reference === undefined ? 'update-contact' : 'edit-contact'}
            sentence={({ state }) => t(`edit.progress.${state}`)}
            outcome={({ state }) =>
              state === 'done' && edit.sent && !followed.earlier ? (
                <Outcome profile={profile} reference={reference} uid={contact} sent={edit.sent} />
              ) : null
            }
            onClose={onClose}
          />
        ) : (
          <DecideSteps edit={edit} onClose={() => leave(onClose)} />
        )
      }
    </FormDialog>
  )
}
