import type { appOperations } from '@shared/features/app'
import type { Handlers } from '@shared/ipc/define'
import { ok } from '@shared/kernel/result'
import { app } from 'electron'

export function appHandlers(): Handlers<typeof appOperations> {
  return {
    getAppInfo: () => {
      const { electron = '', chrome = '', node } = process.versions
      return ok({
        version: app.getVersion(),
        runtime: { electron, chrome, node },
        platform: process.platform,
        packaged: app.isPackaged,
      })
    },
  }
}
