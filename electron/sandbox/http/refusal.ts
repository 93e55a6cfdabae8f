/**
 * A request that the server turns down. Nothing has been changed when one is thrown. Bodies carry `error`,
 * `error_description` and `errors` (rule 59); clients act on the status, not on the code (rule 60).
 */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly details: readonly string[]

  constructor(status: number, code: string, description: string, details: readonly string[] = []) {
    super(description)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.details = details
  }

  body() {
    return {
      error: this.code,
      error_description: this.message,
      errors: this.details.length > 0 ? [...this.details] : [this.message],
    }
  }
}

/** 400: a parameter is missing, unknown, repeated or malformed (rule 62). */
export function invalidRequest(...problems: string[]): Refusal {
  return new Refusal(400, 'INVALID_REQUEST', 'The request is not valid.', problems)
}
