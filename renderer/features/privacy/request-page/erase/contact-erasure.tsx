import { contactsToErase, type PrivacyRequest } from '@shared/features/privacy'
import type { Profile } from '@shared/features/profiles'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../../lib/ipc'
import { operationOptions, UndoCountdown } from '../../../operations'
import classes from '../../privacy.module.css'
import { privacyQueries } from '../../queries'
import { hasEnded } from '../steps'
import { TypedConfirm } from './typed-confirm'

/** The contacts module has no call to erase (rules.md #190): chosen contacts are overwritten, once no order is under way. */
export function ContactErasure({
  profile,
  request,
}: {
  readonly profile: Profile
  readonly request: PrivacyRequest
}) {
  const { t } = useTranslation('privacy')
  const client = useQueryClient()
  const { erasedContacts, erasedOrders } = request
  const waiting = contactsToErase(request).length
  const isRunning = [...erasedOrders, ...erasedContacts].some(({ state }) => state === 'under-way')
  const isOrderLeft = erasedOrders.some(({ state }) => state === 'waiting')
  const erase = useMutation({
    mutationFn: () => ipc.privacy.eraseContacts({ profile: profile.id, request: request.id, count: waiting }),
    onSuccess: () => client.invalidateQueries({ queryKey: privacyQueries.all(profile.id) }),
  })
  const running = erasedContacts.flatMap(({ state, operation }) =>
    state === 'under-way' && operation !== undefined ? [operation] : [],
  )
  if (running.length > 0) return <Undo profile={profile.id} operations={running} />
  if (waiting === 0 || hasEnded(request) || profile.readOnly) return null
  if (isRunning) return <p className={classes.quiet}>{t('erase.contactsWait')}</p>
  return (
    <>
      {isOrderLeft ? <p className={classes.warn}>{t('erase.ordersFirst')}</p> : null}
      <TypedConfirm
        key={erasedContacts.map(({ operation = '' }) => operation).join(' ')}
        count={waiting}
        label={t('erase.typeContacts', { count: waiting })}
        act={t('erase.actContacts', { count: waiting })}
        mutation={erase}
      >
        <p>
          {t('erase.contactsHow')} <strong>{t('erase.irreversible')}</strong>
        </p>
      </TypedConfirm>
    </>
  )
}

function Undo({
  profile,
  operations,
}: {
  readonly profile: ProfileId
  readonly operations: readonly string[]
}) {
  const queries = useQueries({ queries: operations.map((id) => operationOptions(profile, id)) })
  return (
    <UndoCountdown
      profile={profile}
      operations={queries.flatMap(({ data }) => (data ? [data.operation] : []))}
    />
  )
}
