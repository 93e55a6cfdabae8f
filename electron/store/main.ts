import { serveStore } from './serve'

/** The store process: it owns the database files. Main forks it and talks to it over its parent port. */
const { parentPort } = process
serveStore({
  post: (message) => parentPort.postMessage(message),
  onMessage: (listener) => {
    parentPort.on('message', ({ data }) => listener(data))
  },
})
