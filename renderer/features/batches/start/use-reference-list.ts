import { useMemo, useRef, useState } from 'react'
import { readFile } from '../../../lib/table-file/read-file'
import { readText } from '../../../lib/table-file/read-text'
import type { TableResult } from '../../../lib/table-file/table'
import { listLimits } from './list-limits'
import { columnsOf, referencesOf } from './references'

/** What was given, and what of it is taken for references. */
export function useReferenceList() {
  const [text, setText] = useState('')
  const [file, setFile] = useState<{ readonly name: string; readonly result: TableResult }>()
  const [picked, setPicked] = useState<number>()
  const [isHeading, setHeading] = useState<boolean>()
  /** The file asked for last: a slow one before it does not come after it. */
  const asked = useRef(0)
  const result = useMemo<TableResult | undefined>(() => {
    if (file) return file.result
    return text.trim() === '' ? undefined : readText(text, listLimits)
  }, [text, file])
  const table = result && 'table' in result ? result.table : undefined
  const columns = useMemo(() => table && columnsOf(table), [table])
  const hasHeading = isHeading ?? columns?.hasHeading ?? false
  const column = picked ?? columns?.guess ?? 0
  const { references, tooLong } = useMemo(
    () => (table ? referencesOf(table, { hasHeading, column }) : { references: [], tooLong: 0 }),
    [table, hasHeading, column],
  )
  const startAnew = () => {
    asked.current += 1
    setPicked(undefined)
    setHeading(undefined)
  }
  return {
    text,
    file: file?.name,
    problem: result && 'problem' in result ? result.problem : undefined,
    table,
    columns,
    column,
    hasHeading,
    references,
    tooLong,
    setColumn: setPicked,
    setHeading,
    setText: (next: string) => {
      startAnew()
      setFile(undefined)
      // A field with millions of lines would make the window wait; what it is about can be said without it.
      if (next.length > listLimits.text) setFile({ name: '', result: { problem: 'TOO_LARGE' } })
      else setText(next)
    },
    take: async (given: File) => {
      startAnew()
      const turn = asked.current
      const read = await readFile(given, listLimits).catch((): TableResult => ({ problem: 'BROKEN' }))
      if (turn !== asked.current) return
      setText('')
      setFile({ name: given.name, result: read })
    },
  }
}
export type ReferenceList = ReturnType<typeof useReferenceList>
