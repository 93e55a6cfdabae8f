import { z } from 'zod'
import { operation } from '../../ipc/define'
import { listOperations } from './list-operations'

/**
 * Writes the operations of a list, all its pages, into a CSV file that the person chooses in a dialog of the operating
 * system. One export at a time.
 */
export const exportOperations = operation({
  kind: 'local',
  input: listOperations.input.omit({ cursor: true, limit: true }),
  output: z.object({
    /** Name of the file; absent when the person declined or stopped it. */
    savedAs: z.string().optional(),
    /** Operations that were written. */
    rows: z.number().int(),
  }),
  errors: ['FILE_NOT_WRITTEN', 'ALREADY_EXPORTING', 'NO_JOURNAL'],
})

/** Stops the export that is under way, if there is one; nothing of its file stays behind. */
export const stopExport = operation({
  kind: 'local',
  input: z.strictObject({}),
  output: z.object({}),
})
