import { z } from 'zod'
import { operation } from '../../ipc/define'

/** What the menu of a row can offer. The words are main's. */
export const rowMenuItems = [
  'open',
  'openInNewWindow',
  'amend',
  'cancel',
  'refund',
  'selected-cancel',
  'selected-refund',
  'selected-amend',
  'selected-payment-email',
  'selected-vouchers',
  'copyCell',
  'copyReference',
  'copyRows',
] as const
export type RowMenuItem = (typeof rowMenuItems)[number]

/** Shows the menu of a row in the look of the system; `chosen` is absent when it was closed without a choice. */
export const showRowMenu = operation({
  kind: 'local',
  input: z.strictObject({
    /** Groups have a line between them. */
    groups: z
      .array(
        z
          .array(z.strictObject({ item: z.enum(rowMenuItems), enabled: z.boolean() }))
          .min(1)
          .max(10),
      )
      .min(1)
      .max(5),
    /** Where it opens, in CSS pixels of the window's page. */
    x: z.number().min(0).max(100_000),
    y: z.number().min(0).max(100_000),
  }),
  output: z.object({ chosen: z.enum(rowMenuItems).optional() }),
})
