import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterChip } from './filter-chip'
import { activeFilters, type FilterId, type FilterValues, filterIds, isInferredFilter } from './filter-values'
import classes from './filters.module.css'

interface FilterBarProps {
  readonly values: FilterValues
  readonly onChange: (values: FilterValues) => void
  /** Whether filters whose names are guesses may be offered. */
  readonly inferred: boolean
  /** A search for one thing goes past them. */
  readonly setAside: boolean
}

/** The API's own filters, one chip each, and nothing that only the loaded rows could be narrowed by. */
export function FilterBar({ values, onChange, inferred, setAside }: FilterBarProps) {
  const { t } = useTranslation('orders')
  const [editing, setEditing] = useState<FilterId | undefined>()
  const offered = filterIds.filter((id) => inferred || !isInferredFilter(id))
  const always: readonly FilterId[] = inferred ? ['created', 'travel'] : ['created']
  const active = activeFilters(values)
  const shown = offered.filter((id) => always.includes(id) || active.includes(id) || id === editing)
  const addable = offered.filter((id) => !shown.includes(id))
  return (
    <fieldset className={classes.bar} aria-label={t('filters.label')} data-set-aside={setAside || undefined}>
      {shown.map((id) => (
        <FilterChip
          key={id}
          id={id}
          values={values}
          open={editing === id}
          onOpenChange={(open) => setEditing(open ? id : undefined)}
          onChange={onChange}
        />
      ))}
      {addable.length > 0 ? (
        <Menu position="bottom-start" returnFocus={false}>
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              fw={400}
              size="compact-xs"
              leftSection={<IconPlus size={12} aria-hidden />}
            >
              {t('filters.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {addable.map((id) => (
              <Menu.Item key={id} onClick={() => setEditing(id)}>
                {t(`filters.name.${id}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {active.length > 1 ? (
        <Button variant="subtle" color="gray" fw={400} size="compact-xs" onClick={() => onChange({})}>
          {t('filters.clear')}
        </Button>
      ) : null}
      {setAside ? <span className={classes.note}>{t('search.setAside')}</span> : null}
    </fieldset>
  )
}
