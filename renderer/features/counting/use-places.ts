// The places where stock is counted, with their names in the reader's language and their bins.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName, transitPlace } from '#renderer/lib/place-name.ts'

export type CountPlace = { value: string; label: string; bins: { value: string; label: string }[] }

/** What is on its way between two places lies in none of them and is not counted. */
export function usePlaces(): CountPlace[] {
  const { t } = useText()
  const { data = [] } = useQuery(trpc.warehouses.list.queryOptions({ archived: false }))
  return data
    .filter(({ id }) => id !== transitPlace)
    .map((place) => ({
      value: String(place.id),
      label: placeName(t, place),
      bins: place.bins.map(({ id, code }) => ({ value: String(id), label: code })),
    }))
}
