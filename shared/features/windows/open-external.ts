import { z } from 'zod'
import { operation } from '../../ipc/define'

/** A link that may leave the app: https, to a host, without credentials in it. */
export const externalUrlSchema = z
  .string()
  .max(2048)
  .refine(isSafeLink, 'a link must be https and hold no credentials')

function isSafeLink(text: string): boolean {
  try {
    const { protocol, username, password, hostname } = new URL(text)
    return protocol === 'https:' && username === '' && password === '' && hostname !== ''
  } catch {
    return false
  }
}

/** Opens a link in the browser, after a native dialog has named its host. `opened` is false when declined. */
export const openExternal = operation({
  kind: 'local',
  input: z.strictObject({ url: externalUrlSchema }),
  output: z.object({ opened: z.boolean() }),
})
