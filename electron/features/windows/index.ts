import type { windowsOperations } from '@shared/features/windows'
import type { Handlers } from '@shared/ipc/define'
import { ok } from '@shared/kernel/result'
import type { NativeText } from '../../platform/native-text'
import type { Windows } from '../../platform/windows'
import { openExternal } from './open-external'
import { showRowMenu } from './show-row-menu'

export function windowsHandlers(deps: {
  windows: Pick<Windows, 'open' | 'ofCaller'>
  text: () => NativeText
}): Handlers<typeof windowsOperations> {
  return {
    openWindow: ({ route }) => {
      deps.windows.open(route)
      return ok({})
    },
    openExternal: openExternal(deps),
    showRowMenu: showRowMenu(deps),
  }
}
