import { copyFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isSettled } from '@shared/features/operations'
import { ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeCancellation } from '../../../../electron/features/cancellations'
import { orderWithoutT1 } from '../../../support/cancellable-order'
import { aProfile } from '../../../support/journal'
import { createOrderDesk } from '../../../support/order-desk'
import { temporaryFolder } from '../../../support/temporary-folder'

const kept = resolve(import.meta.dirname, '../../../data/journals')
const journals = readdirSync(kept).filter((name) => name.endsWith('.db'))

let folder: string

beforeEach(() => {
  folder = temporaryFolder()
})

describe.each(journals)('a journal in %s', (name) => {
  const openCopy = () => {
    const path = join(folder, name)
    copyFileSync(join(kept, name), path)
    const desk = createOrderDesk({ path })
    desk.get.mockResolvedValue(ok(orderWithoutT1()))
    return desk
  }
  const listed = ({ file }: ReturnType<typeof openCopy>) =>
    file.list({ profile: aProfile }, undefined, 500).entries

  test('opens whole, with every entry readable', () => {
    const desk = openCopy()
    expect(desk.file.report).toMatchObject({ flaws: [], entries: 11 })
    for (const entry of listed(desk)) {
      expect(desk.file.history(entry.id).length).toBe(entry.ordinal)
      expect(describeCancellation(entry, [entry])).toMatchObject({
        target: { level: 'ticket', transactionId: 'T1', product: 'Evening cruise' },
        reason: 'The guest is ill',
        effect: { before: { total: '44.00', orderVersion: 3 }, forecast: { total: { low: '22.00' } } },
      })
    }
    desk.file.close()
  })

  test('settles: what was sent by a look, what was queued by asking, and nothing is sent twice', async () => {
    const desk = openCopy()
    const before = new Map(listed(desk).map(({ order, state }) => [order, state]))
    await desk.journal.open()
    await desk.time.pass(60_000)
    const stateOf = (order: string) => listed(desk).find((entry) => entry.order === order)?.state
    for (const order of ['PRI-sending', 'PRI-unknown', 'PRI-supplier']) expect(stateOf(order)).toBe('done')
    for (const order of ['PRI-queued', 'PRI-held', 'PRI-requeued']) {
      expect(listed(desk).find((entry) => entry.order === order)).toMatchObject({ held: 'restart' })
    }
    for (const { id, state } of listed(desk)) {
      if (state === 'needs-review') await desk.journal.engine.lookUpNow(id)
      if (state === 'queued') await desk.journal.engine.release(id, 'Bo')
    }
    await desk.time.pass(60_000)
    // The order has moved, so what was released was not sent.
    for (const order of ['PRI-queued', 'PRI-held', 'PRI-requeued']) {
      expect(listed(desk).find((entry) => entry.order === order)).toMatchObject({
        state: 'failed',
        error: { code: 'ORDER_CHANGED' },
      })
    }
    for (const { order, state } of listed(desk)) {
      expect(isSettled(state)).toBe(true)
      const was = before.get(order)
      if (was !== undefined && isSettled(was)) expect(state).toBe(was)
    }
    expect(desk.cancel).not.toHaveBeenCalled()
    desk.file.close()
  })
})
