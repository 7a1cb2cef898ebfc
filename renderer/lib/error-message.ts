// A failure as a sentence in the reader's language, and its field problems beside their fields.

import { failureOf } from '#renderer/lib/call-failure.ts'
import type { FieldProblems } from '#renderer/lib/field-problems.ts'
import type { Failure } from '#shared/errors.ts'
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { reasonKey } from '#shared/storage-reasons.ts'

type ErrorKey = keyof typeof english.errors
type FieldErrorKey = keyof typeof english.fields.errors

/** What happened, why, and what to do. A code without a sentence of its own is shown as it is, with the general one. */
export function errorMessage(t: Translate, error: unknown): string {
  const failure = isFailure(error) ? error : failureOf(error)
  const details = Object.fromEntries(
    Object.entries(failure.details).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(', ') : String(value ?? ''),
    ]),
  )
  const lookedLike = `looks-like/${details.looksLike}`
  if (isErrorKey(lookedLike)) details.looksLike = t(`errors.${lookedLike}`)
  const unnamed = `place/${details.unnamedPlace}`
  if (isErrorKey(unnamed)) details.place = t(`errors.${unnamed}`)
  const why = `read-only/${details.why}`
  if (isErrorKey(why)) details.why = t(`errors.${why}`)
  const reason = reasonKey(details.reason ?? '')
  if (reason) details.reason = t(`errors.${reason}`)
  if (isErrorKey(failure.code)) return t(`errors.${failure.code}`, details)
  return t('errors.unknown', { code: failure.code })
}

const mostIssues = 3

/** The same with the fields of an input that do not fit, and why: for where no field on the screen can say it beside itself. */
export function wholeMessage(t: Translate, error: unknown): string {
  const { issues = [] } = isFailure(error) ? error : failureOf(error)
  return [errorMessage(t, error), ...issueSentences(t, issues.slice(0, mostIssues))].join(' ')
}

function issueSentences(t: Translate, issues: NonNullable<Failure['issues']>): string[] {
  return issues.map((issue) => t('fields.issue', { field: issue.path, problem: problemOf(t, issue) }))
}

/** What is wrong with a field, and what was expected where that is known. */
function problemOf(t: Translate, { code, expected }: NonNullable<Failure['issues']>[number]): string {
  const what = expected && t('fields.expected', { what: isKind(expected) ? t(`fields.kinds.${expected}`) : expected })
  return [fieldMessage(t, code), what].filter(Boolean).join(' ')
}

function isKind(expected: string): expected is keyof typeof english.fields.kinds {
  return expected in english.fields.kinds
}

function isFailure(error: unknown): error is Failure {
  return (
    typeof error === 'object' && error !== null && !(error instanceof Error) && 'code' in error && 'details' in error
  )
}

function isErrorKey(code: string): code is ErrorKey {
  return code in english.errors
}

/** The sentence for one field's problem by its code (`required`, `decimal`, `too_big` …). */
export function fieldMessage(t: Translate, code: string): string {
  const key: FieldErrorKey = code in english.fields.errors ? (code as FieldErrorKey) : 'invalid'
  return t(`fields.errors.${key}`)
}

/** The sentences for the problems that a form found in what it holds, by field path. */
export function fieldMessages(t: Translate, problems: FieldProblems): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).map(([path, code]) => [path, fieldMessage(t, code)]))
}

/** Sentences by field path (`lines.2.quantity`) from the problems that the host found in an input. */
export function fieldErrors(t: Translate, error: unknown, dropPrefix = ''): Record<string, string> {
  const issues = failureOf(error).issues ?? []
  return Object.fromEntries(
    issues.map((issue) => [
      issue.path.startsWith(`${dropPrefix}.`) ? issue.path.slice(dropPrefix.length + 1) : issue.path,
      // A limit helps beside the field; kinds and codes are for those who write scripts.
      issue.code === 'too_big' || issue.code === 'too_small' ? problemOf(t, issue) : fieldMessage(t, issue.code),
    ]),
  )
}
