import { useTranslation } from 'react-i18next'
import { type Density, densities } from './density'
import classes from './grid-skeleton.module.css'

/** Widths of the bars, in percent of their column, so that it looks like rows and not like a wall. */
const widths = [62, 48, 70, 56, 84, 40, 52]
const rowKeys = Array.from({ length: 24 }, (_, row) => `row-${row}`)

/** Rows to come, on the first paint only: later the old ones stay until the new ones are there. */
export function GridSkeleton({ density }: { density: Density }) {
  const { t } = useTranslation('grid')
  return (
    <div role="status" aria-label={t('loading')} className={classes.skeleton}>
      {rowKeys.map((key, row) => (
        <div key={key} className={classes.row} style={{ height: densities[density] }}>
          {widths.map((width, column) => (
            <span
              key={width}
              className={classes.bar}
              style={{ width: `${widths[(row * 3 + column) % widths.length] ?? width}%` }}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
