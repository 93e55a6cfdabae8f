import { z } from 'zod'
import { operation } from '../../ipc/define'
import { batchPlanSchema, maxLines, planFindingSchema, planIdSchema, planLineSchema } from './batch-plan'

/** How a plan stands. PLAN_GONE: it was let go of, as only the newest few are kept. */
export const getBatchPlan = operation({
  kind: 'query',
  input: z.strictObject({ plan: planIdSchema }),
  output: batchPlanSchema,
  errors: ['PLAN_GONE'],
})

/** A page of the lines of a plan, in the order given. */
export const listPlanLines = operation({
  kind: 'query',
  input: z.strictObject({
    plan: planIdSchema,
    findings: z.array(planFindingSchema).min(1).optional(),
    offset: z.number().int().min(0).max(maxLines).default(0),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    lines: z.array(planLineSchema),
    /** Of all lines with these findings. */
    total: z.number().int(),
  }),
  errors: ['PLAN_GONE'],
})

/** Ends the reading of a plan that is under way, or lets go of the plan. */
export const cancelPlan = operation({
  kind: 'local',
  input: z.strictObject({ plan: planIdSchema }),
  output: z.object({}),
})

/**
 * Leaves lines of a planned batch out, or takes them in again. Lines of the same order go together, as the order is one
 * request or a row of them whose figures were worked out together.
 */
export const excludePlanLines = operation({
  kind: 'local',
  input: z.strictObject({
    plan: planIdSchema,
    lines: z.array(z.number().int().min(1).max(maxLines)).min(1).max(maxLines),
    excluded: z.boolean(),
  }),
  output: z.object({}),
  errors: ['PLAN_GONE', 'PLAN_NOT_READY'],
})
