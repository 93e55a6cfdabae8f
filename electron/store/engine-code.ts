/** The engine's code of what was thrown; empty when it has none. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

/** Whether nothing more can be written, though what is there can be read. */
export const isDiskFull = (error: unknown): boolean => /^SQLITE_(FULL|IOERR)/.test(codeOf(error))
