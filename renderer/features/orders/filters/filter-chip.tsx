import { Button, CloseButton, Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { describeFilter } from './describe-filter'
import { FilterEditor } from './filter-editor'
import type { FilterPlace } from './filter-places'
import type { FilterId, FilterValues } from './filter-values'
import classes from './filters.module.css'

interface FilterChipProps {
  readonly id: FilterId
  readonly values: FilterValues
  readonly place: FilterPlace
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onChange: (values: FilterValues) => void
}

/** One filter in words; a click changes it, the cross takes it away. */
export function FilterChip({ id, values, place, open, onOpenChange, onChange }: FilterChipProps) {
  const { t } = useTranslation('orders')
  const { locale } = useFormat()
  const name = t(`filters.name.${id}`)
  const isSet = values[id] !== undefined
  return (
    <span className={classes.chip} data-set={isSet || undefined}>
      <Popover opened={open} onChange={onOpenChange} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant="transparent"
            size="compact-xs"
            className={classes.chipButton}
            // What it says is its name; what a click does comes after.
            aria-description={t('filters.edit', { name })}
            title={
              id === 'created' && !isSet && place !== 'mirror' ? t('filters.lastThreeMonthsHint') : undefined
            }
            rightSection={<IconChevronDown size={12} aria-hidden />}
            onClick={() => onOpenChange(!open)}
          >
            <span className={classes.chipName}>{name}</span>
            {describeFilter(id, values, { t, locale, place })}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <FilterEditor
            id={id}
            values={values}
            place={place}
            onChange={(next) => {
              onChange(next)
              onOpenChange(false)
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {isSet ? (
        <CloseButton
          size={20}
          iconSize={12}
          aria-label={t('filters.remove', { name })}
          onClick={() => onChange({ ...values, [id]: undefined })}
        />
      ) : null}
    </span>
  )
}
