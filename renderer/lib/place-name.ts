// What a place of stock is called. The two that every book has from the start carry no name of their own.
import type { Translate } from '#shared/i18n/translate.ts'

export const mainPlace = 1
/** Where goods are that have left one place and not yet arrived in another. */
export const transitPlace = 2

export function placeName(t: Translate, { id, name }: { id: number; name: string }): string {
  if (name !== '') return name
  if (id === transitPlace) return t('warehouses.transit')
  return id === mainPlace ? t('warehouses.main') : String(id)
}
