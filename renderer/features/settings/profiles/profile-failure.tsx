import { Button } from '@mantine/core'
import type { ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { toAppError } from '../../../lib/present-error'
import { ErrorNotice } from '../../../ui/error-notice'
import { useActiveProfile } from '../../profiles'

/** Why something was not done to a profile. Where its open operations are in the way, a button leads to them. */
export function ProfileFailure({ error, profile }: { error: unknown; profile: ProfileId | undefined }) {
  const { t } = useTranslation('profiles')
  const { select } = useActiveProfile()
  const [, navigate] = useLocation()
  const isOpen = profile !== undefined && toAppError(error).code === 'OPERATIONS_OPEN'
  const open = () => {
    if (profile !== undefined) select(profile)
    navigate('/operations')
  }
  const action = (
    <Button variant="default" onClick={open}>
      {t('openOperations')}
    </Button>
  )
  return <ErrorNotice error={error} actions={isOpen ? action : undefined} />
}
