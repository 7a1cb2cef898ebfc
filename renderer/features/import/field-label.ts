// What a field is called on the screen.
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'

type FieldKey = Exclude<keyof typeof english.import.fields, 'rateOf'>

/** `rate.USD` is the column of one currency in a file that has a column for each. */
export function fieldLabel(t: Translate, key: string): string {
  const currency = /^rate\.([A-Z]{3})$/.exec(key)?.[1]
  if (currency) return t('import.fields.rateOf', { currency })
  return key in english.import.fields ? t(`import.fields.${key as FieldKey}`) : key
}
