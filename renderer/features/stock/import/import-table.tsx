import { Button, Group } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { noPlainEnter } from '../../../lib/no-plain-enter'
import { useShortcut } from '../../../lib/shortcuts'
import type { Table } from '../../../lib/table-file/table'
import { Kbd } from '../../../ui/kbd'
import classes from '../stock.module.css'
import type { ImportInto } from './import-into'
import { ChangedLines, LeftOutLines } from './import-lines'
import { guessMapping, type ImportMapping } from './mapping'
import { MappingForm } from './mapping-form'
import { type Import, readImport, StockIndex } from './read-import'

interface ImportTableProps {
  readonly table: Table
  /** Name of the file. */
  readonly file: string
  readonly into: ImportInto
  readonly onClose: () => void
}

/** Which column is what, what that comes to, and taking it over. Nothing is saved by it. */
export function ImportTable({ table, file, into, onClose }: ImportTableProps) {
  const { t } = useTranslation('stock')
  const { rows, names, desk, limit } = into
  const index = useMemo(() => new StockIndex(rows, names), [rows, names])
  const guess = useMemo(() => guessMapping(table, index), [table, index])
  const [chosen, setChosen] = useState<ImportMapping>()
  const mapping = chosen ?? guess
  const read = useMemo(
    () =>
      readImport(table, {
        ...{ mapping, index, limit },
        shown: (row) => desk.editOf(row.id)?.wanted ?? row.available,
      }),
    [table, mapping, index, desk, limit],
  )
  const { changes, leftOut } = read
  const isReady = changes.length > 0
  const takeOver = () => {
    if (!isReady) return
    desk.edit(changes.map(({ row, wanted }) => ({ stock: row.id, now: row, wanted })))
    onClose()
  }
  useShortcut('submitForm', takeOver, { inDialog: true })
  const format = useFormat()
  return (
    <>
      <MappingForm table={table} mapping={mapping} onChange={setChosen} />
      <ImportSummary file={file} table={table} mapping={mapping} read={read} />
      <ChangedLines changes={changes} />
      <LeftOutLines leftOut={leftOut} />
      <p className={classes.hint}>{t('import.notSaved')}</p>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          {t('import.cancel')}
        </Button>
        <Button
          onKeyDown={noPlainEnter}
          onClick={takeOver}
          disabled={!isReady}
          rightSection={<Kbd keys="Mod+Enter" decorative />}
        >
          {t('import.confirm', { count: changes.length, number: format.count(changes.length) })}
        </Button>
      </Group>
    </>
  )
}

interface SummaryProps {
  readonly file: string
  readonly table: Table
  readonly mapping: ImportMapping
  readonly read: Import
}

/** Every line of the file, counted once, and what was not read of it. Read out as it changes. */
function ImportSummary({ file, table, mapping: { columns }, read }: SummaryProps) {
  const { t } = useTranslation('stock')
  const format = useFormat()
  const counted = (count: number) => ({ count, number: format.count(count) })
  const { changes, same, blank, leftOut } = read
  const isNamed = columns.id !== undefined || columns.label !== undefined || columns.product !== undefined
  const sentences = [
    t('import.changes', counted(changes.length)),
    ...(same > 0 ? [t('import.same', counted(same))] : []),
    ...(blank > 0 ? [t('import.blank', counted(blank))] : []),
    ...(leftOut.length > 0 ? [t('import.leftOut', counted(leftOut.length))] : []),
    ...(table.formulas > 0 ? [t('import.formulas', counted(table.formulas))] : []),
    ...(table.more ? [t('import.more', counted(table.rows.length))] : []),
  ]
  return (
    <div role="status" className={classes.sentence}>
      {columns.available === undefined ? <p className={classes.heed}>{t('import.chooseNumbers')}</p> : null}
      {isNamed ? null : <p className={classes.heed}>{t('import.chooseKey')}</p>}
      <p>
        <strong>{file}</strong> {sentences.join(' ')}
      </p>
    </div>
  )
}
