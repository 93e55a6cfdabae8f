import { Button, Checkbox, Radio, Stack } from '@mantine/core'
import { sameStep } from '@shared/features/stock'
import type { StockId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { missing, useFormat } from '../../lib/format'
import { type ProductNames, productName } from './product-names'
import type { AnsweredLine, MovedChoice, ReviewLine } from './save-review'
import classes from './stock.module.css'

type Line = AnsweredLine & { readonly line: ReviewLine }

interface ReviewTableProps {
  readonly lines: readonly Line[]
  readonly names: ProductNames
  readonly moved: ReadonlyMap<StockId, MovedChoice>
  readonly drops: ReadonlySet<StockId>
  readonly onMoved: (stocks: readonly StockId[], choice: MovedChoice) => void
  readonly onDrop: (stocks: readonly StockId[], agreed: boolean) => void
}

/** Lines that are drawn at first, and more of them when asked for: each has fields of its own. */
const atFirst = 100
const moreAtOnce = 500

/** The changes, old and new, with a question where one has to be answered. */
export function ReviewTable({ lines, names, moved, drops, onMoved, onDrop }: ReviewTableProps) {
  const { t } = useTranslation('stock')
  const format = useFormat()
  const [most, setMost] = useState(atFirst)
  const shown = lines.slice(0, most)
  const more = Math.min(lines.length - shown.length, moreAtOnce)
  const movedRows = lines.filter(({ line }) => line.hasMoved && !line.obstacle).map(({ line }) => line.stock)
  return (
    <>
      {movedRows.length > 1 ? (
        <fieldset className={classes.forAll}>
          <legend>{t('save.allMoved', { count: movedRows.length })}</legend>
          {choices.map((choice) => (
            <Button
              key={choice}
              size="compact-xs"
              variant="default"
              onClick={() => onMoved(movedRows, choice)}
            >
              {t(`save.all.${choice}`)}
            </Button>
          ))}
        </fieldset>
      ) : null}
      <table className={classes.review}>
        <thead>
          <tr>
            <th scope="col">{t('columns.label')}</th>
            <th scope="col">{t('columns.product')}</th>
            <th scope="col" className={classes.figure}>
              {t('save.before')}
            </th>
            <th scope="col" className={classes.figure}>
              {t('save.after')}
            </th>
            <th scope="col">{t('save.remarks')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <ReviewRow
              key={line.line.stock}
              {...line}
              names={names}
              choice={moved.get(line.line.stock)}
              isAgreed={drops.has(line.line.stock)}
              onMoved={(choice) => onMoved([line.line.stock], choice)}
              onDrop={(agreed) => onDrop([line.line.stock], agreed)}
            />
          ))}
        </tbody>
      </table>
      {more > 0 ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setMost(most + more)}>
          {t('save.showMore', { number: format.count(more) })}
        </Button>
      ) : null}
    </>
  )
}

const choices: readonly MovedChoice[] = ['mine', 'step', 'theirs']

interface ReviewRowProps extends Line {
  readonly names: ProductNames
  readonly choice: MovedChoice | undefined
  readonly isAgreed: boolean
  readonly onMoved: (choice: MovedChoice) => void
  readonly onDrop: (agreed: boolean) => void
}

function ReviewRow({ line, names, question, change, choice, isAgreed, onMoved, onDrop }: ReviewRowProps) {
  const { t } = useTranslation('stock')
  const format = useFormat()
  const { stock, edit, row, obstacle, hasMoved } = line
  const name = row?.label ?? stock
  const pieces = (value: number | null | undefined) =>
    value === null || value === undefined ? missing : format.count(value)
  const isDrop = question === 'BIG_DROP' || change?.bigDrop === true
  const results: Readonly<Record<MovedChoice, number | null | undefined>> = {
    mine: edit.wanted,
    step: row && sameStep(edit.seen, row, edit.wanted),
    theirs: row?.available,
  }
  return (
    <tr data-left-out={obstacle !== undefined || undefined}>
      <th scope="row">{name}</th>
      <td>{row && productName(row, names)}</td>
      <td className={classes.figure}>{pieces(row ? row.available : edit.seen.available)}</td>
      <td className={classes.figure}>{pieces(change?.wanted ?? edit.wanted)}</td>
      <td>
        {obstacle ? t(`obstacle.${obstacle}`) : null}
        {question && question !== 'MOVED' && question !== 'BIG_DROP' ? t(`problem.${question}`) : null}
        {hasMoved && !obstacle && row ? (
          <Radio.Group
            size="xs"
            label={t('save.moved', {
              seen: pieces(edit.seen.available),
              now: pieces(row.available),
              reserved: pieces(row.reserved),
              booked: pieces(row.booked),
            })}
            value={choice ?? null}
            onChange={(value) => {
              const chosen = choices.find((one) => one === value)
              if (chosen) onMoved(chosen)
            }}
          >
            <Stack gap={8} mt={6}>
              {choices.map((one) => (
                <Radio
                  key={one}
                  size="xs"
                  value={one}
                  disabled={results[one] === undefined}
                  label={t(`save.choice.${one}`, { pieces: pieces(results[one]) })}
                />
              ))}
            </Stack>
          </Radio.Group>
        ) : null}
        {isDrop ? (
          <Checkbox
            size="xs"
            checked={isAgreed}
            onChange={(event) => onDrop(event.currentTarget.checked)}
            label={t('save.drop', { name })}
          />
        ) : null}
      </td>
    </tr>
  )
}
