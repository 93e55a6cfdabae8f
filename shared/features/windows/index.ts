import { openExternal } from './open-external'
import { openWindow } from './open-window'

export { externalUrlSchema } from './open-external'

export const windowsOperations = { openWindow, openExternal }
