// Expected failures. A code names what happened; the screen makes a sentence of it in the reader's language
// (shared/i18n/<language>/errors.json holds one for every code).

export type ErrorDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** A failure that the user can understand and act on. `code` is `feature/what`. */
export class AppError extends Error {
  readonly code: string
  readonly details: ErrorDetails

  constructor(code: string, details: ErrorDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

const ofValues = new Set(['input/too-large', 'input/too-many-decimals'])

/** Runs work on one field's value; where that is too large or too fine to reckon with, the failure names the field. */
export function atField<Result>(field: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof AppError) || !ofValues.has(error.code)) throw error
    throw new AppError(error.code, { field, ...error.details })
  }
}

/** What goes over the wire for any failure. `issues` are field problems of an input that did not parse. */
export type Failure = {
  code: string
  details: ErrorDetails
  issues?: { path: string; code: string; expected?: string }[]
}
