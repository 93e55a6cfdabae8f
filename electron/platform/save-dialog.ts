import type { Caller } from '@shared/ipc/define'
import { type BrowserWindow, dialog } from 'electron'

/** What the dialog proposes. */
export interface SaveProposal {
  /** File name with its extension. */
  readonly name: string
  /** What kind of file it is, in words, and its extension without the dot. */
  readonly kind: { readonly name: string; readonly extension: string }
}

/** Asks where to save a file; `undefined` when the person declined. Paths to write to come from here alone. */
export type ChooseSavePath = (proposal: SaveProposal, caller: Caller) => Promise<string | undefined>

export function createSaveDialog(windowOf: (caller: Caller) => BrowserWindow | undefined): ChooseSavePath {
  return async ({ name, kind }, caller) => {
    const window = windowOf(caller)
    if (!window) return undefined
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: name,
      filters: [{ name: kind.name, extensions: [kind.extension] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    return canceled || !filePath ? undefined : filePath
  }
}

/** Asks which file to read; `undefined` when the person declined. */
export type ChooseOpenPath = (kind: SaveProposal['kind'], caller: Caller) => Promise<string | undefined>

export function createOpenDialog(windowOf: (caller: Caller) => BrowserWindow | undefined): ChooseOpenPath {
  return async ({ name, extension }, caller) => {
    const window = windowOf(caller)
    if (!window) return undefined
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      filters: [{ name, extensions: [extension] }],
      properties: ['openFile'],
    })
    return canceled ? undefined : filePaths[0]
  }
}

/** Asks for a folder to save several files into; `undefined` when the person declined. */
export type ChooseFolder = (caller: Caller) => Promise<string | undefined>

export function createFolderDialog(windowOf: (caller: Caller) => BrowserWindow | undefined): ChooseFolder {
  return async (caller) => {
    const window = windowOf(caller)
    if (!window) return undefined
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
    })
    return canceled ? undefined : filePaths[0]
  }
}
