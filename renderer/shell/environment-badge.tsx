import type { Environment } from '@shared/features/profiles'
import { useTranslation } from 'react-i18next'
import { environmentKind } from './environment'
import classes from './environment-badge.module.css'

/** Three pixels above the window that say where the money is. The badge says it in words. */
export function EnvironmentBand({ environment }: { environment: Environment }) {
  return <div className={classes.band} data-kind={environmentKind[environment]} />
}

/** The environment in words and colour. */
export function EnvironmentBadge({ environment }: { environment: Environment }) {
  const { t } = useTranslation('shell')
  return (
    <span className={classes.badge} data-kind={environmentKind[environment]}>
      {t(`environments.${environment}`)}
    </span>
  )
}
