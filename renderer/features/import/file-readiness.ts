// Whether a file can be tried and imported, and what is in the way.
import type { ImportQuestion } from '#shared/schemas/imports.ts'
import { chosenColumns, type ImportFile } from './import-file.ts'

export type Readiness =
  | { state: 'sending' }
  | { state: 'reading' }
  /** Not a table, or one that cannot be read. */
  | { state: 'unreadable' }
  /** Nobody knows what is in it. */
  | { state: 'unknown' }
  /** Fields without which no row means anything. */
  | { state: 'lacks-columns'; fields: string[] }
  | { state: 'open-questions'; count: number }
  | { state: 'ready'; guessedCount: number }

export function readinessOf(file: ImportFile): Readiness {
  if (file.failure) return { state: 'unreadable' }
  if (file.token === null) return { state: 'sending' }
  if (!file.inspection || file.isReading) return { state: 'reading' }
  if (file.inspection.kind === null) return { state: 'unknown' }
  const fields = missingFields(file)
  if (fields.length > 0) return { state: 'lacks-columns', fields }
  const open = file.inspection.questions.filter((question) => answerOf(file, question) === null)
  if (open.length > 0) return { state: 'open-questions', count: open.length }
  const guessed = file.inspection.questions.filter(({ key }) => !(key in file.answers))
  return { state: 'ready', guessedCount: guessed.length }
}

/** Required fields that no column is on. */
function missingFields(file: ImportFile): string[] {
  const taken = new Set(Object.values(chosenColumns(file)))
  return (file.inspection?.fields ?? [])
    .filter(({ key, isRequired }) => isRequired && !taken.has(key))
    .map(({ key }) => key)
}

/** The answer to a question: the user's, else the guess, else null: nobody knows. */
export function answerOf({ answers }: Pick<ImportFile, 'answers'>, { key, guess }: ImportQuestion): string | null {
  return answers[key] ?? guess
}

export function isReady(file: ImportFile): boolean {
  return readinessOf(file).state === 'ready'
}

/** Whether the file waits for the user. */
export function asksSomething(file: ImportFile): boolean {
  return ['unknown', 'lacks-columns', 'open-questions'].includes(readinessOf(file).state)
}
