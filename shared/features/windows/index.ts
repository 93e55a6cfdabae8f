import { openExternal } from './open-external'
import { openWindow } from './open-window'

export const windowsOperations = { openWindow, openExternal }
