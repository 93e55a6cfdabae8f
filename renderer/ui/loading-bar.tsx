import { useTranslation } from 'react-i18next'
import classes from './loading-bar.module.css'

/** A thin bar over content that stays. It keeps its place when idle, so that nothing jumps. */
export function LoadingBar({ active }: { active: boolean }) {
  const { t } = useTranslation('ui')
  return (
    <div className={classes.track}>
      {active ? <div className={classes.bar} role="progressbar" aria-label={t('loading')} /> : null}
    </div>
  )
}
