import { useTranslation } from 'react-i18next'
import { useLocation, useRoute } from 'wouter'
import { ProfilesPanel } from './profiles/profiles-panel'
import { AboutSection } from './sections/about-section'
import { AppearanceSection } from './sections/appearance-section'
import { DiagnosticsSection } from './sections/diagnostics-section'
import { JournalSection } from './sections/journal-section'
import { KeyboardSection } from './sections/keyboard-section'
import { LanguageSection } from './sections/language-section'
import { MirrorSettings } from './sections/mirror-settings'
import { SandboxSection } from './sections/sandbox-section'
import { UndoSection } from './sections/undo-section'
import { YouSection } from './sections/you-section'
import { SetAsideNotice } from './set-aside-notice'
import classes from './settings.module.css'
import { SettingsSection } from './settings-section'

/** Everything about this installation. `/settings/profiles/<id>` and `/settings/profiles/new` open a form. */
export function SettingsScreen() {
  const { t } = useTranslation(['settings', 'profiles'])
  const [, navigate] = useLocation()
  const [, params] = useRoute('/settings/profiles/:id')
  return (
    <div className={classes.page}>
      <h1 className={classes.heading}>{t('title')}</h1>
      <SetAsideNotice />
      <SettingsSection title={t('profiles:title')}>
        <div className={classes.wide}>
          <ProfilesPanel
            open={params?.id}
            onOpen={(id) => navigate(id === undefined ? '/settings' : `/settings/profiles/${id}`)}
          />
        </div>
      </SettingsSection>
      <AppearanceSection />
      <LanguageSection />
      <YouSection />
      <UndoSection />
      <KeyboardSection />
      <MirrorSettings />
      <JournalSection />
      <SandboxSection />
      <DiagnosticsSection />
      <AboutSection />
    </div>
  )
}
