import { z } from 'zod'
import { operation } from '../../ipc/define'
import { journalStatusSchema } from './get-journal-status'

/**
 * Goes on with a journal that does not hold what the keychain remembers of it (cut, replaced or deleted), once the person
 * has said so in a dialog of the operating system as well. Who, when and what was missing becomes its next event.
 */
export const acceptJournal = operation({
  kind: 'local',
  input: z.strictObject({}),
  output: z.object({ status: journalStatusSchema }),
  errors: ['NOTHING_MISSING', 'DECLINED'],
})
