import type { OperationsDeps } from '../../electron/features/operations'

/** What the operations' handlers need of the program and a test does not look at. */
export const quietOperations: Pick<
  OperationsDeps,
  'accountOf' | 'chooseSavePath' | 'profileName' | 'now' | 'exporting' | 'verifying' | 'leftPutOff'
> = {
  accountOf: () => undefined,
  chooseSavePath: async () => undefined,
  profileName: (profile) => profile,
  now: () => 0,
  exporting: () => {},
  verifying: () => {},
  leftPutOff: () => {},
}
