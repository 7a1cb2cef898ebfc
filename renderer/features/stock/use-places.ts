// The places that stock can be moved in, with their names in the reader's language and their bins.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName, transitPlace } from '#renderer/lib/place-name.ts'

export type PlaceChoice = {
  value: string
  label: string
  isSellable: boolean
  bins: { value: string; label: string }[]
}

/** In the order of the warehouse list; transit is none of them, unless asked for. */
export function usePlaces({ withTransit = false } = {}): PlaceChoice[] {
  const { t } = useText()
  const { data = [] } = useQuery(trpc.warehouses.list.queryOptions({ archived: false }))
  return data
    .filter(({ id }) => withTransit || id !== transitPlace)
    .map((place) => ({
      value: String(place.id),
      label: placeName(t, place),
      isSellable: place.isSellable && place.kind !== 'transit',
      bins: place.bins.map(({ id, code }) => ({ value: String(id), label: code })),
    }))
}
