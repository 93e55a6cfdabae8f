import { Menu, type WebContents } from 'electron'
import { contextMenuTemplate } from './context-menu-template'
import type { NativeText } from './native-text'

/** Gives text its native menu: cut, copy, paste in fields; copy where something is selected. */
export function giveContextMenu(contents: WebContents, text: () => NativeText): void {
  contents.on('context-menu', (_event, { isEditable, editFlags, selectionText }) => {
    const items = contextMenuTemplate(text(), {
      isEditable,
      editFlags,
      hasSelection: selectionText !== '',
    })
    if (items.length > 0) Menu.buildFromTemplate(items).popup()
  })
}
