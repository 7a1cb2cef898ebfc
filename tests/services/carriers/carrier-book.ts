// A book with two carriers and short ways to give them services, zones and rates.
import { quoteFreight } from '#main/services/carriers/quote-freight.ts'
import { addService, saveZones } from '#main/services/carriers/service-commands.ts'
import { getCarrierService } from '#main/services/carriers/service-queries.ts'
import { addRateTable } from '#main/services/carriers/table-commands.ts'
import type { Id } from '#shared/ids.ts'
import {
  type CarrierService,
  type CarrierServiceDraft,
  carrierServiceInput,
  type RateTableDraft,
  rateTableInput,
  type ZonesInput,
} from '#shared/schemas/carriers.ts'
import { type FreightQuote, type QuoteDraft, quoteInput } from '#shared/schemas/freight-quotes.ts'
import { type ShipmentBook, shipmentBook } from '#tests/services/shipments/shipment-book.ts'

export type CarrierBook = ShipmentBook & {
  service(given?: Partial<CarrierServiceDraft>): Id
  zones(serviceId: Id, zones: Record<string, readonly string[]>): Record<string, Id>
  table(serviceId: Id, given: Partial<RateTableDraft>, endsPrevious?: boolean): Id
  get(id: Id): CarrierService
  quote(given?: Partial<QuoteDraft>): FreightQuote
}

/** Two cartons of 40 x 30 x 25 cm and 4.2 kg: 12 kg to a courier who divides by 5000. */
export const twoCartons = { lengthMm: 400, widthMm: 300, heightMm: 250, grams: 4200, pieces: 2 }

export function carrierBook(options: Parameters<typeof shipmentBook>[0] = {}): CarrierBook {
  const book = shipmentBook(options)
  const get = (id: Id) => book.read((db) => getCarrierService(db, id))
  return {
    ...book,
    get,
    service: (given = {}) =>
      book.write((tx) =>
        addService(
          tx,
          carrierServiceInput.parse({ carrierId: book.carrier, name: 'Express', mode: 'courier', ...given }),
        ),
      ),
    /** `{ Near: ['DE', 'GB-BT'] }` */
    zones(serviceId, zones) {
      book.write((tx) =>
        saveZones(tx, { serviceId, zones: Object.entries(zones).map(([name, places]) => zone(name, places)) }),
      )
      return Object.fromEntries(get(serviceId).zones.map(({ id, name }) => [name, id]))
    },
    table: (serviceId, given, endsPrevious = false) =>
      book.write((tx) =>
        addRateTable(tx, {
          ...{ serviceId, endsPrevious },
          table: rateTableInput.parse({ currency: 'USD', validFrom: '2026-01-01', rates: [], ...given }),
        }),
      ),
    quote: (given = {}) =>
      book.read((db) => quoteFreight(db, quoteInput.parse({ pieces: [twoCartons], country: 'DE', ...given }))),
  }
}

export function zone(name: string, places: readonly string[], id: Id | null = null): ZonesInput['zones'][number] {
  return {
    ...{ id, name },
    places: places.map((place) => ({ country: place.slice(0, 2), postalPrefix: place.slice(3) })),
  }
}

export const kg = (grams: number) => grams * 1000
