import { journalMethods } from '../../electron/store/journal/methods'
import { storeParams } from '../../electron/store/journal/protocol'
import { serveStore } from '../../electron/store/serve'
import { childPort } from './child-port'

// The store as a plain Node process: what is tested around it is killed, not the application.
serveStore(childPort, storeParams, journalMethods())
