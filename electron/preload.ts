import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, callChannel, eventChannel } from '../shared/ipc/channels'

/** Generic and final: a new operation or event needs no change here (docs/decisions/0002). */
const bridge: Bridge = {
  call: (name, inputJson) => ipcRenderer.invoke(callChannel, String(name), String(inputJson)),
  subscribe: (listener) => {
    const relay = (_: unknown, event: string, payload: unknown) => listener(event, payload)
    ipcRenderer.on(eventChannel, relay)
    return () => ipcRenderer.removeListener(eventChannel, relay)
  },
  platform: process.platform,
}

contextBridge.exposeInMainWorld('gatehouse', bridge)
