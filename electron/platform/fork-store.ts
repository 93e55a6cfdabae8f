import { utilityProcess } from 'electron'
import type { StoreProcess } from './store-client'

/**
 * Starts a process that keeps a file.
 * @param script path of its bundle
 * @param serviceName what the system's list of processes calls it
 */
export function forkStore(script: string, serviceName: string): StoreProcess {
  const child = utilityProcess.fork(script, [], { serviceName })
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  }
}
