// What was expected of a refused cell, as a sentence in the reader's language.
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { RefusedCell } from '#shared/schemas/imports.ts'

type ExpectedKey = keyof typeof english.import.expected

export function expectedWords(t: Translate, { expected, value }: Pick<RefusedCell, 'expected' | 'value'>): string {
  const [code = '', count] = expected.split(':')
  if (code === 'cells' && count !== undefined) return t('import.expected.cells', { wanted: count, got: value })
  if (isKnown(code)) return t(`import.expected.${code}`)
  return t('import.expected.unknown', { code: expected })
}

function isKnown(code: string): code is Exclude<ExpectedKey, 'cells' | 'unknown'> {
  return code in english.import.expected && code !== 'cells' && code !== 'unknown'
}
