// Places of a zone as people type them: countries by their code, a part of one by how its postal codes begin: `DE FR GB-BT`.
import { countryCodes } from '#shared/reference/countries.ts'

export type Place = { country: string; postalPrefix: string }

export function placesToText(places: readonly Place[]): string {
  return places.map(placeToText).join(' ')
}

export function placeToText({ country, postalPrefix }: Place): string {
  return postalPrefix === '' ? country : `${country}-${postalPrefix}`
}

/** `unknown`: what begins with no country's code. */
export function readPlaces(text: string): { places: Place[]; unknown: string[] } {
  const words = text
    .normalize('NFKC')
    .split(/[\s,;、]+/u)
    .filter((word) => word !== '')
  const places: Place[] = []
  const unknown: string[] = []
  for (const word of words) {
    const country = word.slice(0, 2).toUpperCase()
    const rest = word.slice(2)
    const isPlace = countryCodes.includes(country) && (rest === '' || /^-[\p{L}\p{N}-]+$/u.test(rest))
    if (isPlace) places.push({ country, postalPrefix: rest.slice(1).toUpperCase() })
    else unknown.push(word)
  }
  return { places, unknown }
}
