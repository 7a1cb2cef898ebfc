// Shipping at its limits: names of 200 characters on every card, numbers of 120, many parcels, legs and events.
import type { WriteTx } from '#main/db/database.ts'
import { addService } from '#main/services/carriers/service-commands.ts'
import { addShipment } from '#main/services/shipments/shipment-commands.ts'
import { addEvents } from '#main/services/tracking/add-events.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { carrierServiceInput } from '#shared/schemas/carriers.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'

export type ShippingExtremes = {
  parties: readonly number[]
  products: readonly number[]
  names: readonly string[]
  today: string
}

const states = ['departed', 'import_hold', 'delivered'] as const

export function fillShipping(tx: WriteTx, { parties, products, names, today: text }: ShippingExtremes): void {
  const today = asDay(text)
  parties.forEach((partyId, index) => {
    const name = names[index] ?? ''
    const service = { carrierId: partyId, name, code: `S${index}`, mode: 'sea', daysMin: 1, daysMax: 365 }
    const serviceId = addService(tx, carrierServiceInput.parse(service))
    const sentOn = addDays(today, -40)
    const { id } = addShipment(
      tx,
      shipmentInput.parse({
        ...{
          number: `00-${'7'.repeat(50)}-${index}`,
          kind: 'other',
          partyId,
          carrierId: partyId,
          serviceId,
          mode: 'sea',
        },
        ...{ fromCountry: 'CN', fromPlace: name, shipTo: { name, street: name, city: name, country: 'BO' } },
        ...{ incoterm: 'DAP', place: name, reference: name.slice(0, 100), plannedOn: addDays(today, -20), note: name },
        keptUntil: addDays(today, 3),
        lines: Array.from({ length: 60 }, (_, at) => ({
          productId: products[at % products.length] ?? null,
          description: name,
          quantity: 123_456.789,
        })),
        parcels: Array.from({ length: 40 }, (_, at) => ({
          ...{ pieces: 9999, lengthMm: 12_345, widthMm: 2345, heightMm: 2345, grossGrams: 99_999_999, marks: name },
          trackingNumber: `${at}${'N'.repeat(110)}`,
        })),
        legs: [1, 2, 3].map(() => ({
          ...{ mode: 'sea', carrierId: partyId, vessel: name.slice(0, 120), voyage: 'V'.repeat(60) },
          ...{ from: { place: name.slice(0, 120), country: 'CN' }, to: { place: name.slice(0, 120), country: 'BO' } },
        })),
      }),
      { status: 'sent', sent_on: sentOn },
    )
    const told = { shipmentId: id, parcelId: null, zone: '', place: name.slice(0, 200), country: 'BO', source: 'typed' }
    addEvents(
      tx,
      Array.from({ length: 30 }, (_, at) => ({
        ...{ ...told, sourceCode: 'C'.repeat(100), text: `${at} ${name}`, state: states[index] ?? 'departed' },
        localTime: `${addDays(sentOn, at)}T23:59`,
      })),
    )
  })
}
