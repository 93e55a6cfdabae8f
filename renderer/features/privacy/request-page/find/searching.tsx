import { Button } from '@mantine/core'
import type { RequestId } from '@shared/features/privacy'
import type { ProfileId } from '@shared/kernel/ids'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onEvent } from '../../../../lib/events'
import { useFormat } from '../../../../lib/format'
import { ipc } from '../../../../lib/ipc'
import classes from '../../privacy.module.css'

/** How far a search is, and what stops it: a module with many contacts takes minutes. */
export function Searching(at: { readonly profile: ProfileId; readonly request: RequestId }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const [looked, setLooked] = useState(0)
  const { request } = at
  useEffect(
    () => onEvent('privacy.searching', (told) => told.request === request && setLooked(told.looked)),
    [request],
  )
  return (
    <div className={classes.tools}>
      <p className={classes.quiet}>
        {looked === 0
          ? t('find.searching')
          : t('find.looked', { count: looked, number: format.count(looked) })}
      </p>
      <Button size="compact-sm" variant="default" onClick={() => void ipc.privacy.stopSearch(at)}>
        {t('find.stop')}
      </Button>
    </div>
  )
}
