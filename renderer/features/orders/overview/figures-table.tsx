import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Figure, FigureCell } from './figures'
import classes from './overview.module.css'

interface FiguresTableProps {
  readonly caption: string
  /** Heading of what the rows are. */
  readonly of: string
  readonly columns: readonly string[]
  readonly figures: readonly Figure[]
}

/** The figures of a chart one by one; each leads to its orders. */
export function FiguresTable({ caption, of, columns, figures }: FiguresTableProps) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={caption}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(({ key, title, cells }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              {cells.map((cell, at) => (
                <td key={columns[at]}>
                  <Cell cell={cell} about={`${title}, ${columns[at]}`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** @param about what the figure says, for those who hear it alone */
export function Cell({ cell: { text, pick }, about }: { cell: FigureCell; about: string }) {
  const { t } = useTranslation('overview')
  if (!pick) return text
  return (
    <UnstyledButton className={classes.link} aria-label={t('show', { about, figure: text })} onClick={pick}>
      {text}
    </UnstyledButton>
  )
}
