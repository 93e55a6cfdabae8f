import { type SavedView, savedViewSchema, withoutPersonal } from '@shared/features/mirror'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'

/** What says that a file is one of ours, and how it is to be read. */
const format = 'gatehouse-views'
const version = 1

const fileViewSchema = savedViewSchema.omit({ id: true })
export type FileView = z.infer<typeof fileViewSchema>

const headSchema = z.looseObject({ format: z.literal(format), version: z.number().int() })
const fileSchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  views: z.array(fileViewSchema).min(1).max(100),
})

/** Views as a file of their own, without what may name a person unless that is asked for. */
export function writeViews(views: readonly SavedView[], withPersonal: boolean): string {
  const shown = views.map(({ id: _id, ...view }) => (withPersonal ? view : withoutPersonal(view)))
  return `${JSON.stringify({ format, version, views: shown }, null, 2)}\n`
}

export type Refused = AppError<'VIEWS_FILE_REFUSED'>

/** Reads a file of views. All of it has to be as it should, with nothing in it that we do not know: nothing is guessed. */
export function readViews(text: string): Result<readonly FileView[], Refused> {
  let json: unknown
  try {
    // Editors of Windows put a mark before the text.
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return refused('not-json')
  }
  const head = headSchema.safeParse(json)
  if (!head.success) return refused('not-views')
  if (head.data.version > version) return refused('newer')
  const file = fileSchema.safeParse(json)
  if (file.success) return ok(file.data.views)
  const [issue] = file.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const where = placeOf([...(issue?.path ?? []), ...(unknown === undefined ? [] : [unknown])])
  return refused(unknown === undefined ? 'wrong' : 'unknown-field', where, issue?.message)
}

/** `views[0].filters.travel`, counted as in the file. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at > 0 ? '.' : ''}${String(step)}`))
    .join('')

export function refused(
  reason: string,
  where = '',
  detail?: string,
): { readonly ok: false; readonly error: Refused } {
  const fields = detail === undefined ? {} : { fields: { [where]: detail } }
  return err(
    appError('VIEWS_FILE_REFUSED', `the file of views is refused: ${reason}`, {
      params: { reason, where },
      ...fields,
    }),
  )
}
