/** What of a keyboard event says which key was meant. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * A key press as the table writes it: `Mod+K`, `G`, `?`. `undefined` for what no shortcut can be, such as a
 * modifier alone or the Windows key.
 *
 * Signs are taken as typed, so that `[` works on a keyboard that needs AltGr for it; letters of another script and
 * the digits row (which types `&é"` in France) fall back to the place of the key.
 */
export function keysOf(press: KeyPress, platform: string): string | undefined {
  const mac = platform === 'darwin'
  const { ctrlKey, metaKey, altKey, shiftKey } = press
  const altGr = !mac && ctrlKey && altKey
  const mod = mac ? metaKey : ctrlKey && !altGr
  if (mac ? ctrlKey : metaKey) return undefined
  if (altKey && !altGr && !mac) return undefined
  const key = nameOf(press, mod)
  if (!key) return undefined
  const shiftMatters = /^[A-Z]$/.test(key) || key.length > 1
  return [...(mod ? ['Mod'] : []), ...(shiftKey && shiftMatters ? ['Shift'] : []), key].join('+')
}

function nameOf({ key, code }: KeyPress, mod: boolean): string | undefined {
  if (mod && /^Digit\d$/.test(code)) return code.slice(-1)
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  if (/^[!-~]$/.test(key) || ['Enter', 'Escape'].includes(key)) return key
  if (isFunctionKey(key)) return key
  return /^Key[A-Z]$/.test(code) ? code.slice(-1) : undefined
}

const isFunctionKey = (key: string) => /^F\d{1,2}$/.test(key)

/**
 * True for a key, or the first of a sequence, that needs no modifier and could be text: off while typing, and by choice.
 */
export const isSingleKey = (keys: string) => !keys.startsWith('Mod+') && !isFunctionKey(keys)
