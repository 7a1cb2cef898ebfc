// The own places that goods leave from and come in at, as choices.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName, transitPlace } from '#renderer/lib/place-name.ts'

export type PlaceChoice = { value: string; label: string; isSellable: boolean }

export function usePlaces(): PlaceChoice[] {
  const { t } = useText()
  const { data = [] } = useQuery(trpc.warehouses.list.queryOptions({ archived: false }))
  return data
    .filter(({ id }) => id !== transitPlace)
    .map((place) => ({ value: String(place.id), label: placeName(t, place), isSellable: place.isSellable }))
}
