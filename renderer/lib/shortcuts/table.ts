/**
 * Every shortcut of the app: what `?` lists, what the palette hints at and what the keyboard does all come from
 * here. Their words are `shortcuts.<id>` in `shell.json`. Keys are `Mod+K` (Ctrl, ⌘ on a Mac), a single key or two
 * in sequence (`G O`). Those with `native` belong to the application menu, which answers their keys.
 */
export interface ShortcutEntry {
  readonly keys: string
  /** Other keys that do the same, for those who are used to them. */
  readonly also?: string
  readonly group: ShortcutGroup
  readonly native?: boolean
  /** It goes on while the key is held down. */
  readonly repeats?: boolean
}

/** Headings of the help, in this order. */
export const shortcutGroups = ['everywhere', 'go', 'list', 'order', 'form', 'profiles', 'window'] as const
export type ShortcutGroup = (typeof shortcutGroups)[number]

const declare = <const Table extends Readonly<Record<string, ShortcutEntry>>>(table: Table) => table

export const shortcutTable = declare({
  openPalette: { keys: 'Mod+K', group: 'everywhere' },
  showHelp: { keys: '?', group: 'everywhere' },
  search: { keys: '/', group: 'everywhere' },

  goOrders: { keys: 'G O', group: 'go' },
  goAmendments: { keys: 'G A', group: 'go' },
  goCancellations: { keys: 'G C', group: 'go' },
  goRefunds: { keys: 'G R', group: 'go' },
  goContacts: { keys: 'G T', group: 'go' },
  goStock: { keys: 'G K', group: 'go' },
  goPrivacy: { keys: 'G P', group: 'go' },
  goOperations: { keys: 'G J', group: 'go' },
  goSettings: { keys: 'G S', group: 'go' },
  newBatch: { keys: 'G L', group: 'go' },

  nextRow: { keys: 'J', group: 'list', repeats: true },
  previousRow: { keys: 'K', group: 'list', repeats: true },
  reload: { keys: 'Mod+R', also: 'F5', group: 'list' },

  previousOrder: { keys: '[', group: 'order', repeats: true },
  nextOrder: { keys: ']', group: 'order', repeats: true },
  closeOrder: { keys: 'Escape', group: 'order' },
  closeOperation: { keys: 'Escape', group: 'list' },
  amendOrder: { keys: 'E', group: 'order' },
  cancelOrder: { keys: 'C', group: 'order' },
  refundOrder: { keys: 'R', group: 'order' },
  addNote: { keys: 'N', group: 'order' },
  showVouchers: { keys: 'V', group: 'order' },
  sendTickets: { keys: 'T', group: 'order' },
  recordPayment: { keys: 'P M', group: 'order' },
  sendPaymentEmail: { keys: 'P E', group: 'order' },
  cancelPayment: { keys: 'P C', group: 'order' },

  submitForm: { keys: 'Mod+Enter', group: 'form' },
  saveChanges: { keys: 'Mod+S', also: 'Mod+Enter', group: 'form' },

  profile1: { keys: 'Mod+1', group: 'profiles' },
  profile2: { keys: 'Mod+2', group: 'profiles' },
  profile3: { keys: 'Mod+3', group: 'profiles' },
  profile4: { keys: 'Mod+4', group: 'profiles' },
  profile5: { keys: 'Mod+5', group: 'profiles' },
  profile6: { keys: 'Mod+6', group: 'profiles' },
  profile7: { keys: 'Mod+7', group: 'profiles' },
  profile8: { keys: 'Mod+8', group: 'profiles' },
  profile9: { keys: 'Mod+9', group: 'profiles' },

  newWindow: { keys: 'Mod+N', group: 'window', native: true },
  zoomIn: { keys: 'Mod++', group: 'window', native: true },
  zoomOut: { keys: 'Mod+-', group: 'window', native: true },
  zoomReset: { keys: 'Mod+0', group: 'window', native: true },
})

export type ShortcutId = keyof typeof shortcutTable

/** The entry of a shortcut, with its optional parts. */
export const shortcutEntry = (id: ShortcutId): ShortcutEntry => shortcutTable[id]
