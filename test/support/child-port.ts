import type { StorePort } from '../../electron/store/serve'

/** The channel to the test that forked this plain Node process. */
export const childPort: StorePort = {
  post: (message) => void process.send?.(message),
  onMessage: (listener) => void process.on('message', listener),
}
