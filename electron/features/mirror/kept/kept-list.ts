import { type AppError, appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import type { Mirrors } from '../../../mirror'

export interface KeptListDeps {
  readonly mirrors: Pick<Mirrors, 'opened'>
  /** Told after something was kept otherwise than before. */
  readonly changed: (profile: ProfileId) => void
}

/** A list that a person has put by, per profile. */
export interface KeptList<Entry> {
  read(profile: ProfileId): Promise<Result<readonly Entry[], AppError<'NO_MIRROR'>>>
  /** Changes it by what it is then: one change after the other. `change` may refuse. */
  change<Code extends string = never>(
    profile: ProfileId,
    change: (entries: readonly Entry[]) => Result<readonly Entry[], AppError<Code>>,
  ): Promise<Result<readonly Entry[], AppError<Code | 'NO_MIRROR' | 'NOT_KEPT'>>>
}

/**
 * A list in the mirror's encrypted file. An entry that cannot be read any more is left out, the others stay.
 * @param name in the file
 */
export function keptList<Entry>(
  name: string,
  entrySchema: z.ZodType<Entry>,
  { mirrors, changed }: KeptListDeps,
): KeptList<Entry> {
  const readable = z.array(z.unknown())
  const parse = (text: string | undefined): readonly Entry[] => {
    const entries = readable.safeParse(parsed(text ?? '[]'))
    return (entries.data ?? []).flatMap((entry) => {
      const read = entrySchema.safeParse(entry)
      return read.success ? [read.data] : []
    })
  }
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => {})
    return result
  }
  return {
    read: async (profile) => {
      const mirror = await mirrors.opened(profile)
      return mirror.ok ? ok(parse(await mirror.value.kept(name))) : mirror
    },
    change: (profile, change) =>
      inTurn(async () => {
        const mirror = await mirrors.opened(profile)
        if (!mirror.ok) return mirror
        const next = change(parse(await mirror.value.kept(name)))
        if (!next.ok) return next
        const text = next.value.length > 0 ? JSON.stringify(next.value) : undefined
        const kept = await mirror.value.keep(name, text)
        if (!kept.ok) return err(appError('NOT_KEPT', 'the disk is full'))
        changed(profile)
        return next
      }),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
