import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { batchIdSchema, batchLineSchema, batchSchema, lineStateSchema } from './batch'
import { maxLines } from './batch-plan'

/** A batch with its progress. */
export const getBatch = operation({
  kind: 'query',
  input: z.strictObject({ batch: batchIdSchema }),
  output: z.object({ batch: batchSchema }),
  errors: ['NO_JOURNAL'],
})

/** The newest batches of a profile. `asked` of them wait for a person to say whether they go on. */
export const listBatches = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    limit: z.number().int().min(1).max(100).default(50),
  }),
  output: z.object({ batches: z.array(batchSchema), asked: z.number().int() }),
  errors: ['NO_JOURNAL'],
})

/** A page of the lines of a batch, in the order given. */
export const listBatchLines = operation({
  kind: 'query',
  input: z.strictObject({
    batch: batchIdSchema,
    states: z.array(lineStateSchema).min(1).optional(),
    /** Only those that came back otherwise than was forecast. */
    differing: z.literal(true).optional(),
    offset: z.number().int().min(0).max(maxLines).default(0),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    lines: z.array(batchLineSchema),
    /** Of all lines in these states. */
    total: z.number().int(),
  }),
  errors: ['NO_JOURNAL'],
})

/** How many lines of a batch came back otherwise than was forecast (rules.md #118), of those that can be compared by now. */
export const countDiffering = operation({
  kind: 'query',
  input: z.strictObject({ batch: batchIdSchema }),
  output: z.object({ lines: z.number().int() }),
  errors: ['NO_JOURNAL'],
})
