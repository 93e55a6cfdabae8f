import { z } from 'zod'
import { operation } from '../../ipc/define'

/**
 * Puts versions, settings, the state of the keychain and the last lines of the log on the clipboard. Without
 * secrets, names, addresses or personal data.
 */
export const copyDiagnostics = operation({
  kind: 'local',
  input: z.strictObject({}),
  output: z.object({ lines: z.number().int() }),
})
