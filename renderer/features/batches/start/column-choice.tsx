import { Checkbox, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '../batches.module.css'
import type { ReferenceList } from './use-reference-list'

/** Which column holds the references, with the first rows to judge by. Nothing where there is but one. */
export function ColumnChoice({ list }: { list: ReferenceList }) {
  const { t } = useTranslation('batches')
  const { columns, column, hasHeading, table } = list
  if (!columns || !table || columns.columns.length < 2) return null
  const nameOf = (index: number) =>
    (hasHeading ? table.rows[0]?.[index] : undefined) || t('start.column', { number: index + 1 })
  const rows = table.rows.slice(hasHeading ? 1 : 0).slice(0, 5)
  return (
    <div className={classes.form}>
      <Select
        label={t('start.which')}
        allowDeselect={false}
        data={columns.columns.map(({ index }) => ({ value: String(index), label: nameOf(index) }))}
        value={String(column)}
        onChange={(next) => next !== null && list.setColumn(Number(next))}
      />
      <Checkbox
        label={t('start.heading')}
        checked={hasHeading}
        onChange={(event) => list.setHeading(event.currentTarget.checked)}
      />
      <section className={classes.sample} aria-label={t('start.firstRows')}>
        <table>
          <thead>
            <tr>
              {columns.columns.map(({ index }) => (
                <th key={index} scope="col" data-chosen={index === column || undefined}>
                  {nameOf(index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join('\u0000')}>
                {columns.columns.map(({ index }) => (
                  <td key={index} data-chosen={index === column || undefined}>
                    {row[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
