import type { z } from 'zod'

/** What the journal can keep. */
export type Json = z.core.util.JSONType

/** Plain data as a later read gives it back: without what is undefined. */
export const toJson = (value: object): Json => JSON.parse(JSON.stringify(value))
