import { Notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { Link, Router, useRoute } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { type Screen, screens } from '../routes'
import classes from './app.module.css'
import { ScreenOutlet } from './screen-outlet'

/** The frame: rail at the left, the screen beside it, toasts above. */
export function App() {
  return (
    <Router hook={useHashLocation}>
      <div className={classes.frame}>
        <Rail />
        <main className={classes.screen}>
          <ScreenOutlet />
        </main>
      </div>
      <Notifications position="bottom-right" limit={4} />
    </Router>
  )
}

function Rail() {
  const { t } = useTranslation('shell')
  return (
    <nav className={classes.rail} aria-label={t('nav.label')}>
      {screens.map((screen) => (
        <RailLink key={screen.path} {...screen} />
      ))}
    </nav>
  )
}

function RailLink({ path, navLabelKey, icon: Icon }: Screen) {
  const { t } = useTranslation('shell')
  const [current] = useRoute(`${path}/*?`)
  return (
    <Link href={path} className={classes.link} aria-current={current ? 'page' : undefined}>
      <Icon size={20} aria-hidden />
      {t(navLabelKey)}
    </Link>
  )
}
