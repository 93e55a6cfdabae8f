import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterChip } from './filter-chip'
import type { FilterPlace } from './filter-places'
import { activeFilters, type FilterId, type FilterValues, filtersOf } from './filter-values'
import classes from './filters.module.css'

interface FilterBarProps {
  readonly values: FilterValues
  readonly onChange: (values: FilterValues) => void
  readonly place: FilterPlace
  /** A search for one thing goes past them. */
  readonly setAside: boolean
}

/** The filters that the whole list can be narrowed by, one chip each; none that only knows the loaded rows. */
export const FilterBar = memo(function FilterBar({ values, onChange, place, setAside }: FilterBarProps) {
  const { t } = useTranslation('orders')
  const [editing, setEditing] = useState<FilterId | undefined>()
  const offered = filtersOf(place)
  const always: readonly FilterId[] = [
    'created',
    'travel',
    ...(place === 'mirror' ? ['status' as const] : []),
  ]
  const active = activeFilters(values).filter((id) => offered.includes(id))
  const shown = offered.filter((id) => always.includes(id) || active.includes(id) || id === editing)
  const addable = offered.filter((id) => !shown.includes(id))
  return (
    <fieldset className={classes.bar} aria-label={t('filters.label')} data-set-aside={setAside || undefined}>
      {shown.map((id) => (
        <FilterChip
          key={id}
          id={id}
          values={values}
          place={place}
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
          <Menu.Dropdown className={classes.menu}>
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
})
