import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './shell/global.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { followBatches } from './features/batches/follow-batches'
import { followMirror } from './features/mirror/queries'
import { followJournal } from './features/operations/follow-journal'
import { followPrivacy } from './features/privacy/follow-privacy'
import { followProfiles, profilesQuery } from './features/profiles'
import { followSettings, settingsQuery } from './features/settings'
import { followStockProfiles } from './features/stock/follow-profiles'
import { colorSchemeOfMain } from './lib/color-scheme'
import { cspNonce } from './lib/csp-nonce'
import { followConnection } from './lib/follow-connection'
import { startI18n } from './lib/i18n'
import { prepareScreen } from './routes'
import { App } from './shell/app'
import { cssVariables, theme } from './theme'

// zod compiles validators with `new Function`, which the CSP forbids.
z.config({ jitless: true })

const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always' } },
})

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

followProfiles(queryClient)
followStockProfiles(queryClient)
followJournal(queryClient)
followBatches(queryClient)
followMirror(queryClient)
followPrivacy(queryClient)
followSettings(queryClient)
followConnection()
prepareScreen(location.hash, queryClient)
// Two short answers from main, so that the first paint is right and no screen waits for them.
await Promise.all([
  startI18n(document.documentElement.lang),
  queryClient.prefetchQuery(profilesQuery()),
  queryClient.prefetchQuery(settingsQuery()),
])
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeOfMain}
      defaultColorScheme="auto"
      getStyleNonce={() => cspNonce}
    >
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
