import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBaselineDensityMedium, IconBaselineDensitySmall } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Density } from './density'

/** Switches between the two row heights. */
export const DensityToggle = memo(function DensityToggle({
  density,
  onChange,
}: {
  density: Density
  onChange: (density: Density) => void
}) {
  const { t } = useTranslation('grid')
  const other = density === 'compact' ? 'comfortable' : 'compact'
  const label = `${t('density.label')}: ${t(`density.${density}`)}`
  const Icon = density === 'compact' ? IconBaselineDensitySmall : IconBaselineDensityMedium
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => onChange(other)}>
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  )
})
