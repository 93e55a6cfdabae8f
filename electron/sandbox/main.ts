// Entry of the sandbox process: a utility process of the app, or plain Node.
import { readConfig } from './config'
import { startSandbox } from './index'

interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: { data: unknown }) => void): void
}

/** Electron gives utility processes a port to the app; under plain Node there is none. */
const parentPort: ParentPort | undefined = Reflect.get(process, 'parentPort')

const sandbox = await startSandbox(readConfig(process.argv[2], process.env))

let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  void sandbox.close().finally(() => process.exit(0))
}

process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.on('disconnect', stop)

parentPort?.on('message', ({ data }) => {
  const type: unknown = Reflect.get(Object(data), 'type')
  if (type === 'stop') stop()
  if (type === 'reset') void sandbox.reset().then(() => parentPort.postMessage({ type: 'reset' }))
})

const listening = { type: 'listening', origin: sandbox.origin }
if (parentPort) parentPort.postMessage(listening)
else process.stdout.write(`${JSON.stringify(listening)}\n`)
