import { beforeEach, expect, test, vi } from 'vitest'
import { createAcceptJournal } from '../../../../../electron/features/operations/accept-journal'
import type { JournalStatus } from '../../../../../electron/journal'
import type { Confirm } from '../../../../../electron/platform/confirm'

const caller = { windowId: 1 }
const whole: JournalStatus = {
  state: 'ready',
  report: { events: 2, entries: 1, flaws: [], indexRebuilt: false },
}
const cut: JournalStatus = {
  state: 'damaged',
  report: {
    events: 2,
    entries: 1,
    flaws: [],
    gap: {
      what: 'cut',
      anchor: { seq: 9, mac: 'a'.repeat(64), entries: 4, at: 1_700_000_000_000 },
      events: 2,
      entries: 1,
    },
    indexRebuilt: false,
  },
}
const altered: JournalStatus = {
  ...cut,
  report: { ...cut.report, flaws: [{ seq: 1, what: 'altered' }] },
}
const confirm = vi.fn<Confirm>()
const accept = vi.fn(async () => whole)
const accepting = (status: JournalStatus) =>
  createAcceptJournal({ journal: { open: async () => status, accept }, deskUser: () => 'Amara', confirm })(
    {},
    caller,
  )

beforeEach(() => {
  accept.mockClear()
  confirm.mockReset().mockResolvedValue(true)
})

test('a cut journal goes on once the person has said so, who was told what is missing', async () => {
  expect(await accepting(cut)).toEqual({ ok: true, value: { status: { state: 'ready' } } })
  expect(confirm).toHaveBeenCalledWith(
    'acceptJournal',
    expect.objectContaining({ before: '4', now: '1', who: 'Amara' }),
    caller,
  )
})

test('without that nothing happens', async () => {
  confirm.mockResolvedValue(false)
  expect(await accepting(cut)).toMatchObject({ ok: false, error: { code: 'DECLINED' } })
  expect(accept).not.toHaveBeenCalled()
})

test.each([
  ['whole', whole],
  ['altered, which nobody can accept', altered],
])('of a journal that is %s nobody is asked, and nothing happens', async (_, status) => {
  expect(await accepting(status)).toMatchObject({ ok: false, error: { code: 'NOTHING_MISSING' } })
  expect(confirm).not.toHaveBeenCalled()
  expect(accept).not.toHaveBeenCalled()
})
