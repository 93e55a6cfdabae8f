import { sizes } from '../tokens'

/** Heights of a row in CSS pixels. */
export const densities = { compact: sizes.rowCompact, comfortable: sizes.rowComfortable } as const
export type Density = keyof typeof densities
