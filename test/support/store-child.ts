import { journalMethods } from '../../electron/store/journal/methods'
import { storeParams } from '../../electron/store/journal/protocol'
import { serveStore } from '../../electron/store/serve'

// The store as a plain Node process: what is tested around it is killed, not the application.
serveStore(
  {
    post: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  },
  storeParams,
  journalMethods(),
)
