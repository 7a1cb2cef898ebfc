// A place of the map in words, in the language of the screen.
import type { Format } from '#renderer/lib/format.ts'
import { placeName } from '#renderer/ui/world-map/place-points.ts'
import type { Language } from '#shared/i18n/translate.ts'
import type { MapPlace } from '#shared/schemas/shipment-board.ts'

/** 'Hamburg, Germany'; '德国 汉堡'; of a country alone its name. */
export function placeInWords(place: MapPlace, format: Format, language: Language): string {
  const country = format.country(place.country)
  const name = placeName(place, language)
  if (name === '' || name === country) return country
  if (country === '') return name
  return language === 'zh-CN' ? `${country} ${name}` : `${name}, ${country}`
}
