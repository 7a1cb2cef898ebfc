// A place of the map in words, in the language of the screen.
import type { Format } from '#renderer/lib/format.ts'
import { placeName } from '#renderer/ui/world-map/place-points.ts'
import type { Language, Translate } from '#shared/i18n/translate.ts'
import type { MapPlace, MapSpot } from '#shared/schemas/shipment-board.ts'

type Text = { t: Translate; format: Format; language: Language }

/** Where a spot is, or between which places. */
export function spotInWords({ at, towards }: MapSpot, { t, format, language }: Text): string {
  const place = placeInWords(at, format, language)
  return towards ? t('shipments.map.between', { from: place, to: placeInWords(towards, format, language) }) : place
}

/** 'Hamburg, Germany'; '德国 汉堡'; of a country alone its name. */
export function placeInWords(place: MapPlace, format: Format, language: Language): string {
  const country = format.country(place.country)
  const name = placeName(place, language)
  if (name === '' || name === country) return country
  if (country === '') return name
  return language === 'zh-CN' ? `${country} ${name}` : `${name}, ${country}`
}
