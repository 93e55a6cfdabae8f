import { Button } from '@mantine/core'
import type { Operation } from '@shared/features/operations'
import type { ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MarkDialog } from './mark-dialog'

/** The two ways to settle what nothing that can be read shows. */
export function MarkActions({ profile, operation }: { profile: ProfileId; operation: Operation }) {
  const { t } = useTranslation('operations')
  const [marking, setMarking] = useState<boolean>()
  return (
    <>
      <Button variant="default" onClick={() => setMarking(true)}>
        {t('detail.review.happened')}
      </Button>
      <Button variant="default" onClick={() => setMarking(false)}>
        {t('detail.review.notHappened')}
      </Button>
      {marking === undefined ? null : (
        <MarkDialog
          profile={profile}
          operation={operation}
          happened={marking}
          onClose={() => setMarking(undefined)}
        />
      )}
    </>
  )
}
