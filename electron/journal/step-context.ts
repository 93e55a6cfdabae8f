import type { AppError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import type { Result } from '@shared/kernel/result'
import type { EngineClock } from './clock'
import type { BoundDefinition } from './definition'
import type { Entry } from './entry'
import type { JournalEvent } from './event'
import type { JournalStore } from './journal-store'
import type { AccountOf } from './same-account'
import type { Schedule } from './schedule'

/** What the steps need of the engine. */
export interface StepContext {
  readonly store: JournalStore
  readonly clock: EngineClock
  readonly schedule: Schedule
  readonly definition: BoundDefinition
  /** Whether the profile may change anything at the API right now. */
  readonly mayCommand: (profile: ProfileId) => Result<void, AppError>
  readonly accountOf: AccountOf
  /** Appends an event and answers the entry then. `undefined`: it is not on disk, so what follows may not happen. */
  append(entry: Entry, event: JournalEvent): Promise<Entry | undefined>
  /** Appends what is known already and must not be forgotten: as often as it takes. */
  appendOutcome(entry: Entry, event: JournalEvent): Promise<void>
  /** To be told that a command will be sent in a moment, unless a reading says otherwise. */
  aboutToSend(profile: ProfileId): void
  /** To be told once the server said that it is done: the request is over, and only the record of it is left. */
  answered(entry: Entry): void
  /** Looks the entry up again after so many milliseconds, without a trace in the journal. */
  postpone(entry: Entry, ms: number): void
  /** True when the batch of the entry was paused or stopped while it was being read: it is not to be sent now. */
  isAside(entry: Entry): boolean
  /** True when `before` was read a moment ago and nothing of ours has happened to the order since. */
  isFresh(entry: Entry): boolean
  /** For the log: what went wrong inside, without anything of the entry but its id. */
  report(what: string, detail: Readonly<Record<string, string>>): void
}
