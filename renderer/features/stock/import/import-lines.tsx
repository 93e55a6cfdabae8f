import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { missing, useFormat } from '../../../lib/format'
import classes from '../stock.module.css'
import type { ImportedChange, ImportLeftOut } from './read-import'

/** Lines that are drawn at first, and more of them when asked for. */
const atFirst = 50
const moreAtOnce = 500

/** The rows that a file changes, old and new. */
export function ChangedLines({ changes }: { changes: readonly ImportedChange[] }) {
  const { t } = useTranslation('stock')
  const format = useFormat()
  const pieces = (value: number | null) => (value === null ? missing : format.count(value))
  return (
    <Lines
      lines={changes}
      caption={t('import.changed')}
      headings={[
        { text: t('import.line'), isFigure: true },
        { text: t('columns.label') },
        { text: t('save.before'), isFigure: true },
        { text: t('save.after'), isFigure: true },
      ]}
      draw={({ line, row, before, wanted }) => (
        <tr key={line}>
          <td className={classes.figure}>{format.count(line)}</td>
          <th scope="row">{row.label ?? row.id}</th>
          <td className={classes.figure}>{pieces(before)}</td>
          <td className={classes.figure}>{pieces(wanted)}</td>
        </tr>
      )}
    />
  )
}

/** The lines of a file that change nothing, with what stands there and why. */
export function LeftOutLines({ leftOut }: { leftOut: readonly ImportLeftOut[] }) {
  const { t } = useTranslation('stock')
  const format = useFormat()
  return (
    <Lines
      lines={leftOut}
      caption={t('import.notTaken')}
      headings={[
        { text: t('import.line'), isFigure: true },
        { text: t('import.which') },
        { text: t('import.value') },
        { text: t('import.why') },
      ]}
      draw={({ line, field, value, why }) => (
        <tr key={line}>
          <td className={classes.figure}>{format.count(line)}</td>
          <td>{t(`columns.${field}`)}</td>
          <td className={classes.value}>{value === '' ? missing : value}</td>
          <td>{t(`leftOut.${why}`)}</td>
        </tr>
      )}
    />
  )
}

interface LinesProps<Line> {
  readonly lines: readonly Line[]
  readonly caption: string
  readonly headings: readonly { readonly text: string; readonly isFigure?: true }[]
  readonly draw: (line: Line) => ReactNode
}

/** A table of lines, the first of them at first. Nothing where there are none. */
function Lines<Line>({ lines, caption, headings, draw }: LinesProps<Line>) {
  const { t } = useTranslation('stock')
  const format = useFormat()
  const [most, setMost] = useState(atFirst)
  if (lines.length === 0) return null
  const shown = lines.slice(0, most)
  const more = Math.min(lines.length - shown.length, moreAtOnce)
  return (
    <>
      <table className={classes.review}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {headings.map(({ text, isFigure }) => (
              <th key={text} scope="col" className={isFigure && classes.figure}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{shown.map(draw)}</tbody>
      </table>
      {more > 0 ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setMost(most + more)}>
          {t('save.showMore', { number: format.count(more) })}
        </Button>
      ) : null}
    </>
  )
}
