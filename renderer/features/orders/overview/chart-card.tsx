import { ActionIcon, Group, Popover, Tooltip } from '@mantine/core'
import {
  IconChartBar,
  IconChevronLeft,
  IconChevronRight,
  IconInfoCircle,
  IconTable,
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/section'
import { type BarSeries, Bars } from './bars'
import type { Figure } from './figures'
import { FiguresTable } from './figures-table'
import classes from './overview.module.css'

interface ChartCardProps {
  readonly title: string
  /** What is counted, and how. */
  readonly definition: string
  /** Heading of what the figures are of. */
  readonly of: string
  readonly columns: readonly string[]
  readonly series: readonly BarSeries[]
  readonly stacked?: boolean
  readonly figures: readonly Figure[]
  readonly formatSize: (size: number) => string
  /** The largest size that can be. */
  readonly most?: number
  /** Said where there are no figures. */
  readonly empty: string
  /** Beside the heading: what else is to be chosen. */
  readonly choice?: ReactNode
  /** Where there is more than is in sight. */
  readonly earlier?: (() => void) | undefined
  readonly later?: (() => void) | undefined
}

/** A chart with what it means, and the same as a table. */
export function ChartCard(props: ChartCardProps) {
  const { title, definition, of, columns, figures, empty, choice, earlier, later } = props
  const { t } = useTranslation('overview')
  const [isTable, setTable] = useState(false)
  const [first, last] = [figures[0]?.title, figures.at(-1)?.title]
  const span = first === last ? first : `${first} – ${last}`
  const moves = earlier || later
  return (
    <Section
      title={title}
      aside={
        <Group gap={2} wrap="nowrap" className={classes.tools}>
          {choice}
          {moves ? (
            <>
              <Act label={t('earlier', { title })} icon={IconChevronLeft} onClick={earlier} />
              <Act label={t('later', { title })} icon={IconChevronRight} onClick={later} />
            </>
          ) : null}
          <Definition title={title}>{definition}</Definition>
          <Act
            label={t(isTable ? 'asChart' : 'asTable', { title })}
            icon={isTable ? IconChartBar : IconTable}
            onClick={() => setTable(!isTable)}
          />
        </Group>
      }
    >
      {figures.length === 0 ? (
        <p className={classes.nothing}>{empty}</p>
      ) : isTable ? (
        <FiguresTable caption={title} of={of} columns={columns} figures={figures} />
      ) : (
        <Bars {...props} label={t('chartLabel', { title, span })} />
      )}
    </Section>
  )
}

interface ActProps {
  readonly label: string
  readonly icon: typeof IconTable
  readonly onClick: (() => void) | undefined
}

/** Stays where it is when there is nothing to do any more, so that the keyboard is not lost. */
function Act({ label, icon: Icon, onClick }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} aria-disabled={!onClick || undefined} onClick={onClick}>
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  )
}

/** What a figure means, on demand. */
export function Definition({ title, children }: { title: string; children: string }) {
  const { t } = useTranslation('overview')
  const label = t('definition', { title })
  return (
    <Popover width={340} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={label} title={label}>
          <IconInfoCircle size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={classes.definition}>{children}</p>
      </Popover.Dropdown>
    </Popover>
  )
}
