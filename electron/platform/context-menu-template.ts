import type { MenuItemConstructorOptions } from 'electron'
import type { NativeText } from './native-text'

/** What the menu offers at one place; nothing where there is no text. */
export function contextMenuTemplate(
  text: NativeText,
  place: {
    isEditable: boolean
    hasSelection: boolean
    editFlags: {
      canUndo: boolean
      canCut: boolean
      canCopy: boolean
      canPaste: boolean
      canSelectAll: boolean
    }
  },
): MenuItemConstructorOptions[] {
  const { canUndo, canCut, canCopy, canPaste, canSelectAll } = place.editFlags
  if (!place.isEditable) {
    return place.hasSelection ? [{ role: 'copy', label: text.menu.copy, enabled: canCopy }] : []
  }
  return [
    { role: 'undo', label: text.menu.undo, enabled: canUndo },
    { type: 'separator' },
    { role: 'cut', label: text.menu.cut, enabled: canCut },
    { role: 'copy', label: text.menu.copy, enabled: canCopy },
    { role: 'paste', label: text.menu.paste, enabled: canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: text.menu.selectAll, enabled: canSelectAll },
  ]
}
