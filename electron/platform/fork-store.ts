import { utilityProcess } from 'electron'
import type { StoreProcess } from './store-client'

/** Starts the store. @param script path of the built `store.js` */
export function forkStore(script: string): StoreProcess {
  const child = utilityProcess.fork(script, [], { serviceName: 'Gatehouse store' })
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  }
}
