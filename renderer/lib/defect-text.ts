// A defect of the book's list in words: the shipped ones in both languages, others as the seller titled them.
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { DefectWord } from '#shared/schemas/receiving.ts'

type Shipped = keyof typeof english.receiving.defects

export function defectText(t: Translate, { key, title }: DefectWord): string {
  if (title !== '') return title
  return isShipped(key) ? t(`receiving.defects.${key}`) : key
}

function isShipped(key: string): key is Shipped {
  return key in english.receiving.defects
}
