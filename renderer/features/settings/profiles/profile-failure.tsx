import { Button } from '@mantine/core'
import type { ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { toAppError } from '../../../lib/present-error'
import { ErrorNotice } from '../../../ui/error-notice'
import { useActiveProfile } from '../../profiles'

/** Where what is in the way can be ended. */
const places = {
  OPERATIONS_OPEN: { path: '/operations', label: 'openOperations' },
  REQUESTS_OPEN: { path: '/privacy', label: 'openPrivacy' },
} as const

/** Why something was not done to a profile. Where what it has to see to its end is in the way, a button leads to it. */
export function ProfileFailure({ error, profile }: { error: unknown; profile: ProfileId | undefined }) {
  const { t } = useTranslation('profiles')
  const { select } = useActiveProfile()
  const [, navigate] = useLocation()
  const { code } = toAppError(error)
  const place = code === 'OPERATIONS_OPEN' || code === 'REQUESTS_OPEN' ? places[code] : undefined
  if (profile === undefined || !place) return <ErrorNotice error={error} />
  const open = () => {
    select(profile)
    navigate(place.path)
  }
  const action = (
    <Button variant="default" onClick={open}>
      {t(place.label)}
    </Button>
  )
  return <ErrorNotice error={error} actions={action} />
}
