import { z } from 'zod'
import { operation } from '../../ipc/define'

/** Versions and platform, for Settings, diagnostics and the help screen. */
export const getAppInfo = operation({
  kind: 'query',
  input: z.strictObject({}),
  output: z.object({
    version: z.string(),
    runtime: z.object({ electron: z.string(), chrome: z.string(), node: z.string() }),
    platform: z.string(),
    packaged: z.boolean(),
  }),
})
