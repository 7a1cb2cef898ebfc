// Which zone a place lies in: of the postal codes that fit, the longest counts.
import { postalKey } from '#main/domain/carriers/postal-key.ts'

export type ZoneOfPlaces = {
  readonly id: number
  readonly places: readonly { readonly country: string; readonly postalPrefix: string }[]
}

export type FoundZone = {
  /** Null: in no zone. */
  zoneId: number | null
  /** Another zone names the same place: the first of them was taken. */
  isDoubled: boolean
  /** Without a postal code nobody can say whether a zone of part of the country counts. */
  needsPostalCode: boolean
}

/** `zones` in their order. Where a postal code is missing, the zone of the whole country is taken, and that is told. */
export function findZone(
  zones: readonly ZoneOfPlaces[],
  { country, postalCode }: { country: string; postalCode: string },
): FoundZone {
  const code = postalKey(postalCode)
  const fitting = zones.flatMap(({ id, places }) =>
    places.filter((place) => place.country === country).map((place) => ({ id, prefix: postalKey(place.postalPrefix) })),
  )
  const matching = fitting.filter(({ prefix }) => prefix === '' || (code !== '' && code.startsWith(prefix)))
  const longest = matching.reduce((most, { prefix }) => Math.max(most, prefix.length), 0)
  const best = matching.filter(({ prefix }) => prefix.length === longest)
  return {
    zoneId: best[0]?.id ?? null,
    isDoubled: new Set(best.map(({ id }) => id)).size > 1,
    needsPostalCode: code === '' && fitting.some(({ prefix }) => prefix !== ''),
  }
}
