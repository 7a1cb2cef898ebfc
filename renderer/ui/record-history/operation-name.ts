// What an operation of the log is called.
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'

/** `products.edit` as a phrase; an operation that came with a newer version is a change like any other. */
export function operationName(t: Translate, name: string): string {
  const { operations } = english.history
  const key = name.replaceAll('.', '_')
  return t(key in operations ? `history.operations.${key as keyof typeof operations}` : 'history.operations.other')
}
