import { Button } from '@mantine/core'
import { IconDatabase } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Says that the server is asked past the local copy, and leads back. */
export function BackToCopy({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('orders')
  return (
    <Button
      variant="light"
      size="compact-xs"
      fw={400}
      leftSection={<IconDatabase size={14} aria-hidden />}
      onClick={onBack}
    >
      {t('mirror.backToCopy')}
    </Button>
  )
}
