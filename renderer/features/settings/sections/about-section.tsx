import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import classes from '../settings.module.css'
import { SettingsSection } from '../settings-section'

export function AboutSection() {
  const { t } = useTranslation('settings')
  const { data: info } = useQuery({
    queryKey: ['app', 'info'],
    queryFn: () => ipc.app.getAppInfo({}),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!info) return null
  const { version, runtime, platform, packaged } = info
  return (
    <SettingsSection title={t('about.title')}>
      <dl className={classes.facts}>
        <dt>{t('about.version')}</dt>
        <dd>{packaged ? version : `${version} · ${t('about.development')}`}</dd>
        <dt>{t('about.runtime')}</dt>
        <dd>
          Electron {runtime.electron} · Chromium {runtime.chrome} · Node {runtime.node}
        </dd>
        <dt>{t('about.platform')}</dt>
        <dd>{platform}</dd>
      </dl>
    </SettingsSection>
  )
}
