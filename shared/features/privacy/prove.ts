import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { certificateSchema } from './certificate'
import { chosenRequest, requestAnswer } from './requests'

/**
 * Removes every copy on this computer that Gatehouse knows of, and says so place by place. Files outside its own folder
 * are listed, and deleted only where their id is given.
 */
export const clearCopies = operation({
  kind: 'local',
  input: chosenRequest.extend({ deleteFiles: z.array(z.uuid()).max(1000).default([]) }),
  output: requestAnswer,
  errors: ['NOT_OPEN', 'BEGUN_ELSEWHERE', 'STILL_RUNNING', 'UNDECIDED', 'NO_JOURNAL'],
})

/**
 * Searches once more, and ends the request: signs the certificate and removes what tells who the person was. With
 * `arrived` above zero nothing has ended: so many orders or contacts arrived meanwhile and are offered in the request.
 * UNDECIDED: an operation of it ended unclear. COPIES_NOT_CLEARED: this computer still holds what was erased.
 * SOMETHING_LEFT: not everything is verified as gone, and `acceptLeft` does not say why that is to be so. NAMES_PERSON: it
 * does, and names the person, in words that the certificate would keep.
 */
export const completeRequest = operation({
  kind: 'local',
  input: chosenRequest.extend({ acceptLeft: z.string().trim().min(3).max(500).optional() }),
  output: requestAnswer.extend({ arrived: z.number().int() }),
  errors: [
    'NOT_OPEN',
    'BEGUN_ELSEWHERE',
    'STILL_RUNNING',
    'UNDECIDED',
    'COPIES_NOT_CLEARED',
    'SOMETHING_LEFT',
    'NAMES_PERSON',
    'NOT_SEARCHED',
    'NO_KEY',
    'NO_JOURNAL',
  ],
})

/** Writes the certificate of a completed request into a file that is chosen in a dialog. */
export const saveCertificate = operation({
  kind: 'local',
  input: chosenRequest.extend({ as: z.enum(['json', 'pdf']) }),
  output: z.object({ savedAs: z.string().optional() }),
  errors: ['NOT_COMPLETED', 'FILE_NOT_WRITTEN', 'NO_JOURNAL'],
})

/** What checking a certificate found. */
export const certificateVerdicts = [
  /** Signed by this installation, and unchanged. */
  'valid',
  /** Unchanged, and signed with another key: by another installation, or by anybody. */
  'other-key',
  'changed',
  /** It is no certificate of Gatehouse. */
  'unreadable',
] as const

/** Asks for a file and checks it; absent `verdict` when the person declined. */
export const verifyCertificate = operation({
  kind: 'local',
  input: z.strictObject({}),
  output: z.object({
    verdict: z.enum(certificateVerdicts).optional(),
    certificate: certificateSchema.optional(),
  }),
  errors: ['NO_KEY', 'FILE_NOT_READ'],
})

/** What came of a request that has ended. */
export const requestOutcomes = [
  /** Everything that was chosen is verified as erased, and everywhere was searched. */
  'erased',
  /** Everywhere was searched, and there was nothing to erase. */
  'nothing',
  /** It ended although something was left, or somewhere nobody could look. */
  'incomplete',
  'withdrawn',
] as const

/** What became of requests for an e-mail address or phone number, without holding any of them. None: nobody asked, or it goes on. */
export const wasErased = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    emails: z.array(z.string().trim().min(1).max(254)).max(20).default([]),
    phones: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
  }),
  output: z.object({
    /** Numbers of the requests, what came of them, and when they ended (milliseconds since 1970 UTC). */
    requests: z.array(
      z.object({ number: z.string(), outcome: z.enum(requestOutcomes), endedAt: z.number().int() }),
    ),
  }),
  errors: ['NO_KEY', 'NO_JOURNAL'],
})
