// Why a cell was not taken, in the reader's words.
import { errorMessage } from '#renderer/lib/error-message.ts'
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { CellRefusal } from '#shared/schemas/cells.ts'

type ExpectedKey = keyof typeof english.import.expected

/** `“12;50” does not fit here. Expected: a number with a decimal point.` */
export function refusalText(t: Translate, { code, details }: CellRefusal): string {
  const wanted = details.expected ?? ''
  const expected = wanted in english.import.expected ? t(`import.expected.${wanted as ExpectedKey}`) : wanted
  return errorMessage(t, { code, details: { ...details, expected } })
}
