import { dueOnFor, type PrivacyRequest, requestFormSchema, type Subject } from '@shared/features/privacy'
import type { z } from 'zod'

/** The form as it is typed: several of a kind stand one a line. */
export interface TypedRequest {
  readonly name: string
  readonly emails: string
  readonly phones: string
  readonly references: string
  readonly birthDate: string
  readonly receivedOn: string
  /** Empty: one month after it was received. */
  readonly dueOn: string
  readonly identityChecked: string
  readonly note: string
}
export type FormInput = z.input<typeof requestFormSchema>

/** What is wrong with a field; `nobody`: nothing says who it is about. */
export type FormProblem = 'nobody' | 'noAddress' | 'noDay' | 'ahead' | 'beforeReceived' | 'tooLong'

export const emptyRequest = (today: string): TypedRequest => ({
  ...{ name: '', emails: '', phones: '', references: '', birthDate: '' },
  ...{ receivedOn: today, dueOn: dueOnFor(today), identityChecked: '', note: '' },
})

/** What was written down, to be corrected. */
export function typedFrom(request: PrivacyRequest): TypedRequest {
  const { subject, receivedOn, dueOn, identityChecked = '', note = '' } = request
  return {
    ...{ name: subject?.name ?? '', birthDate: subject?.birthDate ?? '' },
    emails: subject?.emails.join('\n') ?? '',
    phones: subject?.phones.join('\n') ?? '',
    references: subject?.references.join('\n') ?? '',
    ...{ receivedOn, dueOn, identityChecked, note },
  }
}

/** One a line; also where they were pasted with commas or semicolons between them. */
export const listed = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,;]/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
]

const day = /^\d{4}-\d{2}-\d{2}$/

/** Problems by field; none where it can be saved. */
export function problemsOf(
  typed: TypedRequest,
  today: string,
): Readonly<Partial<Record<keyof TypedRequest, FormProblem>>> {
  const emails = listed(typed.emails)
  const isNobody =
    typed.name.trim() === '' &&
    emails.length + listed(typed.phones).length + listed(typed.references).length === 0
  const problems: Partial<Record<keyof TypedRequest, FormProblem>> = {}
  if (isNobody) problems.name = 'nobody'
  if (emails.some((email) => !/^\S+@\S+$/.test(email))) problems.emails = 'noAddress'
  if (!day.test(typed.receivedOn)) problems.receivedOn = 'noDay'
  else if (typed.receivedOn > today) problems.receivedOn = 'ahead'
  if (typed.birthDate > today) problems.birthDate = 'ahead'
  if (typed.dueOn !== '' && typed.dueOn < typed.receivedOn) problems.dueOn = 'beforeReceived'
  if (Object.keys(problems).length > 0) return problems
  const parsed = requestFormSchema.safeParse(toForm(typed))
  if (parsed.success) return problems
  for (const { path } of parsed.error.issues) {
    const name = path[0] === 'subject' ? path[1] : path[0]
    if (typeof name === 'string' && name in typed) problems[name as keyof TypedRequest] = 'tooLong'
  }
  return problems
}

/** The form as main takes it. */
export function toForm(typed: TypedRequest): FormInput {
  const { name, birthDate, receivedOn, dueOn, identityChecked, note } = typed
  const subject: Subject = {
    ...(name.trim() && { name: name.trim() }),
    emails: listed(typed.emails),
    phones: listed(typed.phones),
    references: listed(typed.references),
    ...(birthDate && { birthDate }),
  }
  return { subject, receivedOn, ...(dueOn && { dueOn }), identityChecked, note }
}
