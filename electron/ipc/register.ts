import { callChannel } from '@shared/ipc/channels'
import type { Caller } from '@shared/ipc/define'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, type Result } from '@shared/kernel/result'
import { ipcMain } from 'electron'
import { isTrustedSender, type KnownWindow } from './sender'

type Dispatch = (name: unknown, input: unknown, caller: Caller) => Promise<Result<unknown, AppError>>

/** Opens the one channel to the renderer: sender first, then the contract. */
export function registerCalls(dispatch: Dispatch, isKnown: KnownWindow): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    if (!isTrustedSender(event, isKnown)) {
      return err(appError('FORBIDDEN', 'this page may not call Gatehouse'))
    }
    return dispatch(name, input, { windowId: event.sender.id })
  })
}
