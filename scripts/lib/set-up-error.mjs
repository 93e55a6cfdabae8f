/** Something is missing that the set-up cannot put right: the message says what, and which command would. */
export class SetUpError extends Error {
  /** @param {string} message @param {string} [details] output of the tool that failed */
  constructor(message, details) {
    super(message)
    this.name = 'SetUpError'
    this.details = details
  }
}

/**
 * Runs a command's main function: a SetUpError is printed as its sentence alone, exit code 1.
 * @param {() => Promise<number>} main answers the exit code
 */
export async function runCommand(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    if (error.details) console.error(error.details.trimEnd())
    console.error(error.message)
    process.exitCode = 1
  }
}
