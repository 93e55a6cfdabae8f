import { ActionIcon, NumberInput, Popover, Stack, Tooltip } from '@mantine/core'
import { mostPieces } from '@shared/features/stock'
import type { ProfileId } from '@shared/kernel/ids'
import { IconAdjustmentsAlt } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStockRules } from './use-stock-rules'

/** Sets what no row may go above, and from where down a row counts as low. */
export function RulesButton({ profile }: { profile: ProfileId }) {
  const { t } = useTranslation('stock')
  const { rules, set } = useStockRules(profile)
  const field = (name: 'limit' | 'low') => (
    <RuleField
      name={name}
      kept={rules[name]}
      onSet={(pieces) => set({ rule: name, ...(pieces === undefined ? {} : { pieces }) })}
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

interface RuleFieldProps {
  readonly name: 'limit' | 'low'
  readonly kept: number | undefined
  readonly onSet: (pieces: number | undefined) => void
}

/** Follows what another window sets, except while somebody types here. */
function RuleField({ name, kept, onSet }: RuleFieldProps) {
  const { t } = useTranslation('stock')
  const [typed, setTyped] = useState<number | string>()
  return (
    <NumberInput
      size="xs"
      label={t(`rules.${name}`)}
      description={t(`rules.hint.${name}`)}
      value={typed ?? kept ?? ''}
      onChange={setTyped}
      min={0}
      max={mostPieces}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      onBlur={({ currentTarget: { value } }) => {
        setTyped(undefined)
        const pieces = /^\d+$/.test(value) ? Math.min(Number(value), mostPieces) : undefined
        if (typed !== undefined && pieces !== kept) onSet(pieces)
      }}
    />
  )
}
