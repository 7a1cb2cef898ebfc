// What is wrong with a template, as a sentence with the line where it is.
import { errorMessage } from '#renderer/lib/error-message.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { TemplateProblem } from '#shared/schemas/papers.ts'

export function problemSentence(t: Translate, { code, details, line }: TemplateProblem): string {
  const sentence = errorMessage(t, { code, details })
  return line === null ? sentence : `${sentence} ${t('papers.templates.line', { line })}`
}
