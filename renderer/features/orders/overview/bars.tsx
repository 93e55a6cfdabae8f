import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { type CSSProperties, useId } from 'react'
import type { Figure } from './figures'
import classes from './overview.module.css'

/** One of the bars of each figure. */
export interface BarSeries {
  /** Where its size stands among those of a figure. */
  readonly name: string
  readonly label: string
  readonly color: string
  /** Drawn in stripes, so that it is told apart without colour. */
  readonly striped?: boolean
}

interface BarsProps {
  /** Says what it shows; the figures themselves stand in the table. */
  readonly label: string
  readonly figures: readonly Figure[]
  readonly columns: readonly string[]
  readonly series: readonly BarSeries[]
  readonly stacked?: boolean
  readonly formatSize: (size: number) => string
  /** The largest size that can be: it stands above the bars where all are empty. */
  readonly most?: number | undefined
}

/**
 * Bars to look at and to click on, anywhere in the column of one. For the eye and the mouse alone: the same is said, and
 * reached from the keyboard, by the table.
 */
export function Bars({ label, figures, columns, series, stacked = false, formatSize, most }: BarsProps) {
  const id = useId()
  const isFlat = figures.every(({ sizes }) => Object.values(sizes).every((size) => size === 0))
  const byKey = new Map(figures.map((figure) => [figure.key, figure]))
  const ticks = new Map(figures.map(({ key, tick }) => [key, tick]))
  const stripes = (name: string) => `${id}-${name}`
  return (
    <div role="img" aria-label={label} className={classes.chart}>
      {series.length > 1 ? <Legend series={series} /> : null}
      <BarChart
        h={200}
        data={figures.map(({ key, sizes }) => ({ key, ...sizes }))}
        dataKey="key"
        type={stacked ? 'stacked' : 'default'}
        series={series.map(({ name, label, color }) => ({ name, label, color }))}
        tickLine="none"
        strokeDasharray="0"
        gridColor="var(--gh-line)"
        textColor="var(--gh-dimmed)"
        cursorFill="var(--gh-hover)"
        valueFormatter={formatSize}
        accessibilityLayer={false}
        maxBarWidth={28}
        minBarSize={0}
        xAxisProps={{ tickFormatter: (key: string) => ticks.get(key) ?? key, minTickGap: 12 }}
        yAxisProps={{ width: 64, ...(isFlat && most !== undefined ? { domain: [0, most] } : {}) }}
        barProps={({ name }) =>
          series.find((one) => one.name === name)?.striped ? { fill: `url(#${stripes(name)})` } : {}
        }
        barChartProps={{
          onClick: ({ activeLabel }) => byKey.get(String(activeLabel))?.pick?.(),
        }}
        tooltipProps={{
          content: ({ label: key }) => <Tip figure={byKey.get(String(key))} columns={columns} />,
        }}
      >
        <defs>
          {series
            .filter(({ striped }) => striped)
            .map(({ name, color }) => (
              <pattern
                key={name}
                id={stripes(name)}
                width={5}
                height={5}
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width={5} height={5} fill="var(--gh-body)" />
                <rect width={3} height={5} fill={color} />
              </pattern>
            ))}
        </defs>
      </BarChart>
    </div>
  )
}

function Legend({ series }: { series: readonly BarSeries[] }) {
  return (
    <div className={classes.legend}>
      {series.map(({ name, label, color, striped }) => (
        <span key={name}>
          <span
            className={classes.swatch}
            data-striped={striped || undefined}
            style={{ '--series': color } as CSSProperties}
          />
          {label}
        </span>
      ))}
    </div>
  )
}

function Tip({ figure, columns }: { figure: Figure | undefined; columns: readonly string[] }) {
  if (!figure) return null
  return (
    <div className={classes.tip}>
      <strong>{figure.title}</strong>
      <dl>
        {columns.map((column, at) => (
          <div key={column}>
            <dt>{column}</dt>
            <dd>{figure.cells[at]?.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
