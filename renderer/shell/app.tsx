import { useDisclosure } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { ipc } from '../lib/ipc'
import { useShortcut, useShortcutKeys } from '../lib/shortcuts'
import classes from './app.module.css'
import { HelpDialog } from './help-dialog'
import { Palette } from './palette/palette'
import { Rail } from './rail'
import { ScreenOutlet } from './screen-outlet'
import { TopBar } from './top-bar'

export function App() {
  return (
    <Router hook={useHashLocation}>
      <Frame />
      <Notifications position="bottom-right" limit={4} />
    </Router>
  )
}

/** The frame around every screen: rail at the left, bar above, palette and help over it. */
function Frame() {
  const [palette, { open: openPalette, close: closePalette }] = useDisclosure()
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure()
  useShortcutKeys({ singleKeys: true })
  useShortcut('openPalette', openPalette)
  useShortcut('showHelp', openHelp)
  useShortcut('search', openPalette)
  useShortcut('newWindow', () => void ipc.windows.openWindow({}))
  return (
    <div className={classes.frame}>
      <Rail />
      <div className={classes.main}>
        <TopBar profile={null} onSearch={openPalette} onHelp={openHelp} />
        <main className={classes.screen}>
          <ScreenOutlet />
        </main>
      </div>
      <Palette opened={palette} onClose={closePalette} />
      <HelpDialog opened={help} onClose={closeHelp} />
    </div>
  )
}
