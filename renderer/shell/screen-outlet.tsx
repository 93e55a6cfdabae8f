import { useTranslation } from 'react-i18next'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { useWindowTitle } from '../lib/window-title'
import { type Screen, screens } from '../routes'
import { EmptyState } from '../ui/empty-state'
import { LazyView } from '../ui/lazy-view'
import { LoadingBar } from '../ui/loading-bar'
import { ScreenBoundary } from './screen-boundary'

/** The screen that belongs to the address. */
export function ScreenOutlet() {
  const [location] = useLocation()
  const [first] = screens
  return (
    <Switch>
      {first ? (
        <Route path="/">
          <Redirect to={first.path} replace />
        </Route>
      ) : null}
      {screens.map(({ path, navLabelKey, code }) => (
        <Route key={path} path={`${path}/*?`}>
          <ScreenTitle navLabelKey={navLabelKey} />
          <ScreenBoundary key={path}>
            <LazyView code={code} props={noProps} fallback={<LoadingBar active />} />
          </ScreenBoundary>
        </Route>
      ))}
      <Route>
        <NothingHere key={location} />
      </Route>
    </Switch>
  )
}

const noProps = {}

/** Stands before its screen, so that what the screen opens can name the window more precisely. */
function ScreenTitle({ navLabelKey }: Pick<Screen, 'navLabelKey'>) {
  const { t } = useTranslation('shell')
  useWindowTitle(t(navLabelKey))
  return null
}

function NothingHere() {
  const { t } = useTranslation('shell')
  return <EmptyState title={t('notFound.title')}>{t('notFound.reason')}</EmptyState>
}
