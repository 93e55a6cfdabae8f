import { z } from 'zod'
import { operation } from '../../ipc/define'
import { keychainStatusSchema } from './profile'

/** Tries the keychain again, after the person has unlocked or installed one. */
export const checkKeychain = operation({
  kind: 'local',
  input: z.strictObject({}),
  output: keychainStatusSchema,
})
