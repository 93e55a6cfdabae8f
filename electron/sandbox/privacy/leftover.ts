import { z } from 'zod'

/** What a de-identification leaves although it answers as if all was done; a verification must find it. */
export const LeftoverSchema = z.object({
  what: z
    .enum([
      'note',
      'guest-field',
      'custom-field',
      'checkout-field',
      'payment',
      'older-versions',
      'everything',
    ])
    .default('note'),
  /** With `guest-field`: the field of the first contact that has it. */
  field: z.string().startsWith('contact_').default('contact_phone'),
})

export type Leftover = z.output<typeof LeftoverSchema>
