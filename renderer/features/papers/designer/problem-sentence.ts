// What is wrong with a template, as a sentence with the line where it is.
import { errorMessage } from '#renderer/lib/error-message.ts'
import type { ErrorDetails } from '#shared/errors.ts'
import type { Translate } from '#shared/i18n/translate.ts'

type Problem = { code: string; details: ErrorDetails; line: number | null }

/** `line` null: it came out only in the page, or in no one line; that is said as well. */
export function problemSentence(t: Translate, { code, details, line }: Problem): string {
  const sentence = errorMessage(t, { code, details })
  if (line !== null) return `${sentence} ${t('papers.templates.line', { line })}`
  return onlyInPage.test(code) ? `${sentence} ${t('papers.templates.noLine')}` : sentence
}

const onlyInPage = /^papers\/template-(?:forbids-|too-slow)/
