import type { OperationError } from '@shared/features/operations'
import { fromJournal } from '../../../lib/journal-error'
import { ErrorBody, ErrorTitle } from '../../../ui/error-notice'
import classes from './detail.module.css'

/** An error of the journal in a person's words; codes and the server's own words are folded away under it. */
export function JournalErrorWords({ error, command = true }: { error: OperationError; command?: boolean }) {
  const shown = fromJournal(error)
  return (
    <div className={classes.error}>
      <ErrorTitle error={shown} />
      <ErrorBody error={shown} command={command} />
    </div>
  )
}
