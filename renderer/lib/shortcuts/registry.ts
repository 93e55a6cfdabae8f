import { isSingleKey } from './keys'
import { type ShortcutGroup, type ShortcutId, shortcutEntry, shortcutTable } from './table'

/** What answers a shortcut while a part of the screen is there. */
export interface ShortcutHandler {
  readonly run: () => void
  /** Words in place of those of the table, such as the name of a profile. */
  readonly label?: string | undefined
  /** It belongs to an open dialog. While one is open, nothing below it answers. */
  readonly inDialog?: boolean | undefined
}

/** A shortcut that something on the screen answers now. */
export interface AvailableShortcut extends ShortcutHandler {
  readonly id: ShortcutId
  readonly keys: string
  readonly group: ShortcutGroup
}

/** Where a key press came from. */
export interface PressContext {
  /** The focus is in a text field. */
  readonly typing: boolean
  /** The key is held down. */
  readonly held: boolean
  readonly dialogOpen: boolean
}

/** Milliseconds between the keys of a sequence. */
const sequenceTime = 1200

/** Knows what answers which shortcut now. The handler registered last comes first: a screen before the frame. */
export class ShortcutRegistry {
  private readonly handlers = new Map<ShortcutId, ShortcutHandler[]>()
  private readonly listeners = new Set<() => void>()
  private snapshot: readonly AvailableShortcut[] = []
  private begun: { key: string; at: number } | undefined
  private singleKeys = true

  /** @param now when the key was pressed that is told of, in milliseconds */
  constructor(private readonly now: () => number) {}

  /** Answers the function that takes the handler away again. */
  register(id: ShortcutId, handler: ShortcutHandler): () => void {
    this.handlers.set(id, [...(this.handlers.get(id) ?? []), handler])
    this.changed()
    return () => {
      this.handlers.set(
        id,
        (this.handlers.get(id) ?? []).filter((other) => other !== handler),
      )
      this.changed()
    }
  }

  /** Shortcuts without a modifier can be switched off (WCAG 2.2, 2.1.4). */
  setSingleKeys(on: boolean): void {
    this.singleKeys = on
  }

  /** What can be done here and now, in the order of the table. The same array until it changes. */
  available = (): readonly AvailableShortcut[] => this.snapshot

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Runs what these keys mean here; false when they mean nothing and are the page's own. */
  press(keys: string, context: PressContext): boolean {
    const begun = this.takeBegun()
    if (isSingleKey(keys) && (context.typing || !this.singleKeys)) return false
    const candidates = this.snapshot.filter(({ id }) => {
      const { native, repeats } = shortcutEntry(id)
      return !native && (!context.held || repeats)
    })
    const answers = (wanted: string) =>
      candidates.find(
        ({ id, keys: own, inDialog }) =>
          (own === wanted || shortcutEntry(id).also === wanted) && (!context.dialogOpen || inDialog),
      )
    const found = (begun ? answers(`${begun} ${keys}`) : undefined) ?? answers(keys)
    if (found) {
      found.run()
      return true
    }
    const begins = candidates.some((shortcut) => shortcut.keys.startsWith(`${keys} `))
    if (begins && !context.dialogOpen) this.begun = { key: keys, at: this.now() }
    return begins && !context.dialogOpen
  }

  private takeBegun(): string | undefined {
    const begun = this.begun
    this.begun = undefined
    return begun && this.now() - begun.at <= sequenceTime ? begun.key : undefined
  }

  private changed(): void {
    this.snapshot = (Object.keys(shortcutTable) as ShortcutId[]).flatMap((id) => {
      const handler = this.handlers.get(id)?.at(-1)
      const { keys, group } = shortcutEntry(id)
      return handler ? [{ ...handler, id, keys, group }] : []
    })
    for (const listener of this.listeners) listener()
  }
}
