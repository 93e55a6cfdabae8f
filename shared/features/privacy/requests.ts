import { z } from 'zod'
import { operation } from '../../ipc/define'
import { contactUidSchema, orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { privacyRequestSchema, requestFormSchema, requestIdSchema, requestRowSchema } from './request'

/**
 * Names one request of a profile. Where it answers BEGUN_ELSEWHERE, its profile works as another account by now than when it
 * was begun: `params` has the `number` of the request and the name of the `profile`.
 */
export const chosenRequest = z.strictObject({ profile: profileIdSchema, request: requestIdSchema })
/** A request as it stands then. */
export const requestAnswer = z.object({ request: privacyRequestSchema })

/** Requests of a profile, newest first. `today` is the day at the desk: with it `dueStatus` tells what is due. */
export const listRequests = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema }),
  output: z.object({ requests: z.array(requestRowSchema), today: z.iso.date() }),
  errors: ['NO_JOURNAL'],
})

/** One request, with its lines as the journal has them by now. */
export const getRequest = operation({
  kind: 'query',
  input: chosenRequest,
  output: requestAnswer,
  errors: ['NO_JOURNAL'],
})

export const createRequest = operation({
  kind: 'local',
  input: z.strictObject({ profile: profileIdSchema, form: requestFormSchema }),
  output: requestAnswer,
  errors: ['NO_JOURNAL'],
})

/** Corrects what was written down. NOT_OPEN: it has ended, or what identifies the person while something is being erased. */
export const changeRequest = operation({
  kind: 'local',
  input: chosenRequest.extend({ form: requestFormSchema }),
  output: requestAnswer,
  errors: ['NOT_OPEN', 'BEGUN_ELSEWHERE', 'NO_JOURNAL'],
})

/**
 * The person changed their mind, or was not who they said. What tells of them is removed; what was erased stays so.
 * COPIES_NOT_CLEARED: this computer still holds what was erased, and could not be cleared of it afterwards.
 */
export const withdrawRequest = operation({
  kind: 'local',
  input: chosenRequest,
  output: requestAnswer,
  errors: [
    'NOT_OPEN',
    'BEGUN_ELSEWHERE',
    'STILL_RUNNING',
    'UNDECIDED',
    'COPIES_NOT_CLEARED',
    'NO_KEY',
    'NO_JOURNAL',
  ],
})

/** Searches the API, the contacts module and the mirror, and keeps in the request what was found. Choices stay. */
export const findPerson = operation({
  kind: 'local',
  input: chosenRequest,
  output: requestAnswer,
  errors: ['NOT_OPEN', 'BEGUN_ELSEWHERE', 'NO_JOURNAL'],
})

/** Ends the searches of a request that are under way. What they did not read by then is told as not searched. */
export const stopSearch = operation({
  kind: 'local',
  input: chosenRequest,
  output: z.object({}),
})

/** Which of what was found is to be erased. */
export const chooseFound = operation({
  kind: 'local',
  input: chosenRequest.extend({
    orders: z.array(orderReferenceSchema).max(5000).default([]),
    contacts: z.array(contactUidSchema).max(5000).default([]),
    chosen: z.boolean(),
  }),
  output: requestAnswer,
  errors: ['NOT_OPEN', 'BEGUN_ELSEWHERE', 'NO_JOURNAL'],
})
