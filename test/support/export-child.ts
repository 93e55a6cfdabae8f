import { createExport } from '../../electron/features/mirror/export-orders'
import { layoutOf } from './export-layout'
import { openTestJournal, privacyStoreOver } from './journal'
import { mirrorInProcess } from './mirror-in-process'

// An application that is in the middle of writing a file when it is killed: its second part never comes.
const [mirrorFile = '', path = '', journalFile = ':memory:', profile = ''] = process.argv.slice(2)
const store = mirrorInProcess(mirrorFile)
const journal = openTestJournal(journalFile)
let asked = 0
// A program with nothing to wait for ends by itself.
setInterval(() => {}, 1000)
const { exportOrders } = createExport({
  mirrors: {
    opened: async () => ({
      ok: true,
      value: {
        ...store,
        nextOfExport: (number) => (asked++ === 0 ? store.nextOfExport(number) : new Promise(() => {})),
      },
    }),
    state: async () => ({ state: 'fresh', inMemory: false, orders: 0, isFilled: true, retentionMonths: 13 }),
  },
  chooseSavePath: async () => path,
  accountOf: () => undefined,
  journal: { open: async () => {}, store: { privacy: privacyStoreOver(journal) } },
  profileName: () => 'Canal Tours BV',
  showFile: () => {},
  progress: () => {},
  now: Date.now,
  beforeQuit: () => {},
  report: () => {},
})
void exportOrders(
  {
    profile,
    query: { filters: {}, sort: { by: 'created', direction: 'desc' } },
    as: 'jsonl',
    layout: layoutOf(),
  },
  { windowId: 1 },
)
