import { ActionIcon, NumberInput, Popover, Stack, Tooltip } from '@mantine/core'
import { mostPieces } from '@shared/features/stock'
import type { ProfileId } from '@shared/kernel/ids'
import { IconAdjustmentsAlt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStockRules } from './use-stock-rules'

/** Sets what no row may go above, and from where down a row counts as low. */
export function RulesButton({ profile }: { profile: ProfileId }) {
  const { t } = useTranslation('stock')
  const { rules, set } = useStockRules(profile)
  const field = (name: 'limit' | 'low') => (
    <NumberInput
      // Another window may set it while this is open.
      key={`${name} ${rules[name] ?? ''}`}
      size="xs"
      label={t(`rules.${name}`)}
      description={t(`rules.hint.${name}`)}
      defaultValue={rules[name] ?? ''}
      min={0}
      max={mostPieces}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      onBlur={({ currentTarget: { value } }) => {
        const pieces = /^\d{1,9}$/.test(value) ? Number(value) : undefined
        if (pieces !== rules[name]) set({ rule: name, ...(pieces === undefined ? {} : { pieces }) })
      }}
    />
  )
  return (
    <Popover trapFocus returnFocus position="bottom-end" width={280}>
      <Popover.Target>
        <Tooltip label={t('rules.title')}>
          <ActionIcon aria-label={t('rules.title')}>
            <IconAdjustmentsAlt size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('rules.title')}>
        <Stack gap="sm">
          {field('limit')}
          {field('low')}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
