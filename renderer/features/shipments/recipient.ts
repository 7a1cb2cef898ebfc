// Whom a shipment goes to or comes from, in a few words.
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import type { Shipment } from '#shared/schemas/shipments.ts'

type Ends = Pick<Shipment, 'party' | 'shipTo' | 'toWarehouse' | 'warehouse' | 'kind'>

export function useRecipient(): (shipment: Ends) => string {
  const { t, format, language } = useText()
  return ({ party, shipTo, toWarehouse }) => {
    const who = party ? nameIn(language, party) : shipTo.name || (toWarehouse ? placeName(t, toWarehouse) : '')
    const where = [shipTo.city, shipTo.country && format.country(shipTo.country)].filter(Boolean).join(', ')
    return [who, where].filter(Boolean).join(' · ')
  }
}
