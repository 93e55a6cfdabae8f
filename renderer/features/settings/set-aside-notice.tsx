import { IconFileAlert } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './settings.module.css'
import { useSettings } from './use-settings'

/** Names the files that could not be read at this start and where they are now. */
export function SetAsideNotice() {
  const { t } = useTranslation('settings')
  const { setAside } = useSettings()
  return setAside.map((file) => (
    <div key={file} role="alert" className={classes.notice}>
      <IconFileAlert size={16} aria-hidden />
      <div>
        <strong>{t('setAside.title')}</strong>
        <p>{t('setAside.body', { file })}</p>
      </div>
    </div>
  ))
}
