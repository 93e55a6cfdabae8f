import type { PartNotes } from '../platform/write-file'
import type { MadeFile, MadeList, OrderOwner, PrivacyStore } from './privacy-record'

export interface FileNotesDeps {
  readonly journal: {
    open(): Promise<unknown>
    readonly store: { readonly privacy: Pick<PrivacyStore, 'noteFile' | 'forgetFile'> }
  }
  /** Fingerprint of where and as whom a profile works. */
  readonly accountOf: (profile: MadeFile['profile']) => string | undefined
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

type Of = Pick<MadeFile, 'profile' | 'order'>

/**
 * Remembers files outside that may hold guests, so that one who asks to be forgotten can be told of them. A journal that is
 * not there keeps nobody from their file.
 */
export interface FileNotes {
  /** What remembers the part of a file while there is one. */
  parts(of: Of): PartNotes
  /** Remembers a file that is about to be written, and its part as {@link parts} does. */
  file(of: Of, path: string): Promise<PartNotes>
}

export function fileNotes({ journal, accountOf, now }: FileNotesDeps): FileNotes {
  const note = async (of: Of, path: string): Promise<void> => {
    const account = accountOf(of.profile)
    const whose = account === undefined ? {} : { account }
    try {
      await journal.open()
      await journal.store.privacy.noteFile({ ...of, ...whose, path, at: now() })
    } catch {}
  }
  const parts = (of: Of): PartNotes => ({
    begun: (part) => note(of, part),
    // One remembered too many is forgotten when it is looked for.
    ended: (part) => journal.store.privacy.forgetFile(part).catch(() => {}),
  })
  return {
    parts,
    file: async (of, path) => {
      await note(of, path)
      return parts(of)
    },
  }
}

/** Remembers lists that were written before. @throws a StoreError when the journal cannot */
export async function noteLists(
  { open, store }: FileNotesDeps['journal'],
  { profile, account }: OrderOwner,
  lists: readonly MadeList[],
): Promise<void> {
  await open()
  const owner = { profile, ...(account === undefined ? {} : { account }) }
  for (const { path, at } of lists) await store.privacy.noteFile({ ...owner, path, at })
}
