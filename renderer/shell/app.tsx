import { useDisclosure } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import type { ProfileId } from '@shared/kernel/ids'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Router, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { newBatchPath } from '../features/batches/paths'
import { LeftQueuedPrompt } from '../features/operations/left-queued/left-queued-prompt'
import { profilesQuery, useActiveProfile } from '../features/profiles'
import { useSettings } from '../features/settings'
import { ipc } from '../lib/ipc'
import { useShortcut, useShortcutKeys } from '../lib/shortcuts'
import classes from './app.module.css'
import { Banners } from './banners'
import { EnvironmentBand } from './environment-badge'
import { HelpDialog } from './help-dialog'
import { Palette } from './palette/palette'
import { ProfileSwitcher } from './profile-switcher'
import { Rail } from './rail'
import { ScreenOutlet } from './screen-outlet'
import { TopBar } from './top-bar'
import { useColorSchemeOfSettings } from './use-color-scheme-of-settings'
import { useMenuCommands } from './use-menu-commands'

export function App() {
  return (
    <Router hook={useHashLocation}>
      <Frame />
      {/* Above the line below the rows, where the buttons are that what is told is about. */}
      <Notifications position="bottom-right" limit={4} mb={32} />
    </Router>
  )
}

/** The frame around every screen: rail at the left, bar above, palette and help over it. */
function Frame() {
  const [palette, { open: openPalette, close: closePalette }] = useDisclosure()
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure()
  const { profile, profiles, select } = useActiveProfile()
  const [location, navigate] = useLocation()
  const { keychain } = useSuspenseQuery(profilesQuery()).data
  const { settings } = useSettings()
  useColorSchemeOfSettings(settings.colorScheme)
  useShortcutKeys({ singleKeys: settings.shortcuts })
  useMenuCommands({ onHelp: openHelp })
  useShortcut('openPalette', openPalette)
  useShortcut('showHelp', openHelp)
  useShortcut('search', openPalette)
  useShortcut('newBatch', () => navigate(newBatchPath), { enabled: !profile.readOnly })
  useShortcut('newWindow', () => void ipc.windows.openWindow({}))
  const switchTo = (id: ProfileId) => {
    select(id)
    // What is open belongs to the account that we leave.
    navigate(`/${location.split('/')[1] ?? ''}`)
  }
  return (
    <div className={classes.window}>
      <EnvironmentBand environment={profile.environment} />
      <div className={classes.frame}>
        <Rail />
        <div className={classes.main}>
          <TopBar
            profile={<ProfileSwitcher profile={profile} profiles={profiles} onSelect={switchTo} />}
            onSearch={openPalette}
            onHelp={openHelp}
          />
          <Banners profile={profile} keychain={keychain} />
          <main className={classes.screen}>
            <ScreenOutlet />
          </main>
        </div>
      </div>
      <Palette opened={palette} onClose={closePalette} />
      <LeftQueuedPrompt />
      <HelpDialog opened={help} onClose={closeHelp} />
    </div>
  )
}
