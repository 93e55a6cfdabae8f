import { parentPort, serveStore } from '../serve'
import { journalMethods } from './methods'
import { storeParams } from './protocol'

/** The process that keeps the journal: it owns the file. Main forks it and talks to it over its parent port. */
serveStore(parentPort(), storeParams, journalMethods())
