import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { cancellationsHandlers, describeCancellation } from '../../../../../electron/features/cancellations'
import { operationsHandlers } from '../../../../../electron/features/operations'
import type { ChooseSavePath } from '../../../../../electron/platform/save-dialog'
import { anOrderWith, orderWithoutT1 } from '../../../../support/cancellable-order'
import { quietOperations } from '../../../../support/operations-deps'
import { createOrderDesk } from '../../../../support/order-desk'
import { temporaryFolder } from '../../../../support/temporary-folder'

const caller = { windowId: 1 }
const profile = 'canal-tours'
let folder: string
let path: string
let desk: ReturnType<typeof createOrderDesk>
const chooseSavePath = vi.fn<ChooseSavePath>()
const exporting = vi.fn<(at: { rows: number }) => void>()
let handlers: ReturnType<typeof operationsHandlers>

beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder, 'operations.csv')
  desk = createOrderDesk()
  chooseSavePath.mockReset().mockResolvedValue(path)
  exporting.mockReset()
  handlers = operationsHandlers({
    ...quietOperations,
    journal: desk.journal,
    descriptions: { 'cancel-order': describeCancellation },
    deskUser: () => 'Bo',
    confirm: async () => true,
    chooseSavePath,
    exporting,
    profileName: () => 'Canal Tours BV',
    accountOf: () => undefined,
    now: () => Date.parse('2026-11-22T12:00:00Z'),
  })
  desk.get.mockResolvedValue(ok(anOrderWith()))
  desk.cancel.mockResolvedValue(ok(orderWithoutT1()))
})

async function cancel(ticket: string, reason: string): Promise<string> {
  const answer = await cancellationsHandlers(desk).cancelOrder(
    {
      profile,
      order: 'PRI8841203977',
      targets: [{ level: 'ticket', bookingReference: 'B1', transactionId: ticket }],
      refundToGuest: false,
      reason,
      seen: { orderVersion: 3, priceTotal: '44.00' },
    },
    caller,
  )
  if (!answer.ok) throw new Error(answer.error.code)
  await desk.time.settle()
  return answer.value.operations[0] ?? ''
}

/** The file as rows of cells by column; the reasons used here need no quotes. */
function rows(): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').slice(1).trimEnd().split('\r\n')
  const names = header.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])))
}

describe('the journal as CSV', () => {
  test('has a row for each operation: who asked what of which order and why, what was sent and what became of it', async () => {
    const id = await cancel('T1', 'The guest is ill')
    const answer = await handlers.exportOperations({ profile }, caller)
    expect(answer).toEqual({ ok: true, value: { savedAs: 'operations.csv', rows: 1 } })
    // A guest who asks to be forgotten is told of it, and nothing points to its part any more.
    expect(await desk.journal.store.privacy.lists({ profile })).toEqual([{ path, at: expect.any(Number) }])
    const [row] = rows()
    expect(row).toMatchObject({
      id,
      desk_user: 'Amara',
      profile: 'Canal Tours BV',
      kind: 'cancel-order',
      order_reference: 'PRI8841203977',
      target: 'ticket',
      product_type_transaction_id: 'T1',
      reason: 'The guest is ill',
      state: 'done',
      settled_by: 'answer',
      attempts: '1',
      request_ids: 'request-1',
      total_before: '44.00',
      total_after: '22.00',
      currency: 'EUR',
    })
    expect(row?.recorded_at).toMatch(/^2023-11-1\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
    expect(chooseSavePath).toHaveBeenCalledWith(
      { name: 'operations-2026-11-22.csv', kind: { name: 'CSV', extension: 'csv' } },
      caller,
    )
  })

  test('has the operations of the list as it is filtered, newest first, and no formula', async () => {
    await cancel('T1', 'first')
    desk.cancel.mockResolvedValue(ok(anOrderWith()))
    const second = await cancel('T2', '=1+1')
    await handlers.exportOperations({ profile }, caller)
    expect(rows().map(({ reason }) => reason)).toEqual([`'=1+1`, 'first'])
    expect(desk.file.entry(second)?.state).not.toBe('done')
    await handlers.exportOperations({ profile, states: ['done'] }, caller)
    expect(rows().map(({ reason }) => reason)).toEqual(['first'])
    await handlers.exportOperations({ profile, kinds: ['amend-order'] }, caller)
    expect(rows()).toEqual([])
    await handlers.exportOperations({ profile: 'other' }, caller)
    expect(rows()).toEqual([])
  })

  test('is not written where the person declined, and nothing else happens', async () => {
    chooseSavePath.mockResolvedValue(undefined)
    expect(await handlers.exportOperations({ profile }, caller)).toEqual({ ok: true, value: { rows: 0 } })
    expect(readdirSync(folder)).toEqual([])
  })

  test('that is stopped leaves the file that was there', async () => {
    writeFileSync(path, 'before')
    await cancel('T1', 'first')
    exporting.mockImplementation(() => void handlers.stopExport({}, caller))
    expect(await handlers.exportOperations({ profile }, caller)).toEqual({ ok: true, value: { rows: 0 } })
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['operations.csv'])
  })

  test('goes on alone: a second one is refused while the first is under way, and not after', async () => {
    let choose = (_: string | undefined) => {}
    chooseSavePath.mockReturnValueOnce(new Promise((resolve) => (choose = resolve)))
    const first = handlers.exportOperations({ profile }, caller)
    await vi.waitFor(() => expect(chooseSavePath).toHaveBeenCalledOnce())
    expect(await handlers.exportOperations({ profile }, caller)).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_EXPORTING' },
    })
    choose(undefined)
    await first
    expect(await handlers.exportOperations({ profile }, caller)).toMatchObject({ ok: true })
  })

  test('that the disk refuses says so; the journal is as it was', async () => {
    const id = await cancel('T1', 'first')
    chooseSavePath.mockResolvedValue(join(folder, 'nowhere', 'operations.csv'))
    expect(await handlers.exportOperations({ profile }, caller)).toMatchObject({
      ok: false,
      error: { code: 'FILE_NOT_WRITTEN', params: { code: 'ENOENT' } },
    })
    expect(desk.file.entry(id)?.state).toBe('done')
  })
})
