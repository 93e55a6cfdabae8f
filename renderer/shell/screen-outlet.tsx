import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { screens } from '../routes'
import { EmptyState } from '../ui/empty-state'
import { LoadingBar } from '../ui/loading-bar'
import { ScreenBoundary } from './screen-boundary'

/** The screen that belongs to the address. */
export function ScreenOutlet() {
  const [location] = useLocation()
  const [first] = screens
  return (
    <Suspense fallback={<LoadingBar active />}>
      <Switch>
        {first ? (
          <Route path="/">
            <Redirect to={first.path} replace />
          </Route>
        ) : null}
        {screens.map(({ path, component: Component }) => (
          <Route key={path} path={`${path}/*?`}>
            <ScreenBoundary key={path}>
              <Component />
            </ScreenBoundary>
          </Route>
        ))}
        <Route>
          <NothingHere key={location} />
        </Route>
      </Switch>
    </Suspense>
  )
}

function NothingHere() {
  const { t } = useTranslation('shell')
  return <EmptyState title={t('notFound.title')}>{t('notFound.reason')}</EmptyState>
}
