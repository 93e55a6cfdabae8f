import { openExternal } from './open-external'
import { openWindow } from './open-window'
import { showRowMenu } from './show-row-menu'

export { externalUrlSchema } from './open-external'
export { routeSchema } from './open-window'
export { type RowMenuItem, rowMenuItems } from './show-row-menu'

export const windowsOperations = { openWindow, openExternal, showRowMenu }
