import { Button, Group } from '@mantine/core'
import { mostStockChanges, type StockChange } from '@shared/features/stock'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format'
import { ipc } from '../../lib/ipc'
import { noPlainEnter } from '../../lib/no-plain-enter'
import { useShortcut } from '../../lib/shortcuts'
import { useOnce } from '../../lib/use-once'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { Kbd } from '../../ui/kbd'
import { LoadFailed } from '../../ui/load-failed'
import { LoadingBar } from '../../ui/loading-bar'
import type { ProductNames } from './product-names'
import { reviewOptions } from './queries'
import { ReviewTable } from './review-table'
import { answerLine, type MovedChoice, reviewEdits } from './save-review'
import classes from './stock.module.css'
import { type StockDesk, useDesk } from './stock-desk'

interface SaveDialogProps {
  readonly profile: ProfileId
  readonly desk: StockDesk
  readonly names: ProductNames
  /** Most pieces of a row that the person allows. */
  readonly limit: number | undefined
  readonly onClose: () => void
}

const noRows: never[] = []

/** Every change that would be sent, held against rows that were just read; what moved or drops far is asked about. */
export function SaveDialog(props: SaveDialogProps) {
  const { profile, desk, names, limit, onClose } = props
  const { t } = useTranslation('stock')
  const format = useFormat()
  const { data, isFetching: isReading, error, refetch } = useQuery(reviewOptions(profile))
  const rows = data?.rows ?? noRows
  const edits = useDesk(desk, ({ history }) => history.edits)
  const [moved, setMoved] = useState<ReadonlyMap<string, MovedChoice>>(new Map())
  const [drops, setDrops] = useState<ReadonlySet<string>>(new Set())
  const lines = useMemo(() => (data ? reviewEdits(edits, rows) : []), [data, edits, rows])
  const answered = useMemo(
    () => lines.map((line) => ({ line, ...answerLine(line, { moved, drops }, limit) })),
    [lines, moved, drops, limit],
  )
  const wanted = answered.flatMap(({ change }) => change ?? [])
  const changes = wanted.slice(0, mostStockChanges)
  const questions = answered.filter(({ question }) => question !== undefined).length
  const save = useOnce(
    useMutation({
      mutationFn: (sent: readonly StockChange[]) =>
        ipc.stock.saveStock({ profile, account: data?.account, changes: [...sent] }),
      onSuccess: ({ batch }, sent) => {
        desk.saving(batch, new Map(sent.map(({ stock, ...edit }) => [stock, edit])))
        // What the person leaves to others is no edit any more.
        desk.edit(
          lines.flatMap(({ stock, row }) =>
            row && moved.get(stock) === 'theirs' ? [{ stock, now: row, wanted: undefined }] : [],
          ),
        )
        onClose()
      },
    }),
  )
  const isReady = !isReading && !error && questions === 0 && changes.length > 0
  const submit = () => {
    if (isReady) save.run(changes)
  }
  useShortcut('submitForm', submit, { inDialog: true })
  const table = useRef<HTMLDivElement>(null)
  // Before the rows are read, and where nothing is asked, the keyboard is on the way out, as in every dialog that sends.
  useEffect(() => {
    if (!isReading) table.current?.querySelector<HTMLElement>('input:enabled')?.focus()
  }, [isReading])

  return (
    <Dialog onClose={onClose} title={t('save.title')} size="xl">
      <LoadingBar active={isReading} />
      {error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      <p role="status" className={classes.sentence}>
        {isReading
          ? t('save.reading')
          : t('save.summary', { count: changes.length, number: format.count(changes.length) })}
        {questions > 0 && !isReading ? ` ${t('save.questions', { count: questions })}` : ''}
        {wanted.length > changes.length
          ? ` ${t('save.others', { count: wanted.length - changes.length, number: format.count(wanted.length - changes.length) })}`
          : ''}
      </p>
      <div ref={table}>
        <ReviewTable
          lines={answered}
          names={names}
          moved={moved}
          drops={drops}
          onMoved={(stocks, choice) =>
            setMoved(new Map([...moved, ...stocks.map((one) => [one, choice] as const)]))
          }
          onDrop={(stocks, agreed) =>
            setDrops(
              new Set(agreed ? [...drops, ...stocks] : [...drops].filter((one) => !stocks.includes(one))),
            )
          }
        />
      </div>
      {save.error ? <ErrorNotice error={save.error} command /> : null}
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('save.close')}
        </Button>
        <Button
          onKeyDown={noPlainEnter}
          onClick={submit}
          disabled={!isReady}
          loading={save.isRunning}
          rightSection={<Kbd keys="Mod+Enter" decorative />}
        >
          {t('save.confirm', { count: changes.length, number: format.count(changes.length) })}
        </Button>
      </Group>
    </Dialog>
  )
}
