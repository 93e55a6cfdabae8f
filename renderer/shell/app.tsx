import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../lib/ipc'

export function App() {
  const { t } = useTranslation('shell')
  const info = useQuery({ queryKey: ['app', 'info'], queryFn: () => ipc.app.getAppInfo({}) })
  return (
    <main>
      <Text component="h1">{t('appName')}</Text>
      <Text>{info.data?.version}</Text>
    </main>
  )
}
