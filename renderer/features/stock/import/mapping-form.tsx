import { Checkbox, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Table } from '../../../lib/table-file/table'
import classes from '../stock.module.css'
import { type ImportMapping, importFields } from './mapping'

interface MappingFormProps {
  readonly table: Table
  readonly mapping: ImportMapping
  readonly onChange: (mapping: ImportMapping) => void
}

/** Characters of a cell that tell a person which column it is. */
const longestExample = 24

/** Which column of the file holds what. A column is one thing only: chosen for another, it is taken from the first. */
export function MappingForm({ table, mapping, onChange }: MappingFormProps) {
  const { t } = useTranslation('stock')
  const { hasHeading, columns } = mapping
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const [first, second] = table.rows
  const nameOf = (at: number): string => {
    const name = (hasHeading ? first?.[at] : undefined) || t('import.column', { number: at + 1 })
    const example = (hasHeading ? second : first)?.[at] ?? ''
    return example === '' ? name : t('import.example', { name, value: example.slice(0, longestExample) })
  }
  const none = { value: '', label: t('import.none') }
  const data = Array.from({ length: width }, (_, at) => ({ value: String(at), label: nameOf(at) }))
  return (
    <fieldset className={classes.mapping}>
      <legend>{t('import.mapping')}</legend>
      {importFields.map((field) => (
        <Select
          key={field}
          size="xs"
          label={t(`columns.${field}`)}
          allowDeselect={false}
          data={[none, ...data]}
          value={String(columns[field] ?? '')}
          onChange={(next) => {
            const at = next ? Number(next) : undefined
            const others = Object.entries(columns).filter(([other, of]) => other !== field && of !== at)
            onChange({
              hasHeading,
              columns: { ...Object.fromEntries(others), ...(at === undefined ? {} : { [field]: at }) },
            })
          }}
        />
      ))}
      <Checkbox
        size="xs"
        label={t('import.heading')}
        checked={hasHeading}
        onChange={(event) => onChange({ columns, hasHeading: event.currentTarget.checked })}
      />
    </fieldset>
  )
}
