// Mappings that come with the program, for files that many people know: found by their headers, after those saved in the book.
import { headerSignature } from '#main/domain/import/mapping.ts'
import adventureworksOffers from '#resources/mappings/adventureworks-product-vendors.json' with { type: 'json' }
import adventureworksLines from '#resources/mappings/adventureworks-purchase-lines.json' with { type: 'json' }
import adventureworksOrders from '#resources/mappings/adventureworks-purchase-orders.json' with { type: 'json' }
import adventureworksVendors from '#resources/mappings/adventureworks-vendors.json' with { type: 'json' }
import scmsDeliveries from '#resources/mappings/scms-delivery-history.json' with { type: 'json' }
import track17Events from '#resources/mappings/track17-events.json' with { type: 'json' }
import track17Export from '#resources/mappings/track17-events-export.json' with { type: 'json' }
import { type ImportMapping, mappingSchema } from '#shared/schemas/imports.ts'

export type ShippedMapping = { name: string; mapping: ImportMapping }

/** The name is that of its file; its columns are the file's headers in their order. */
const shipped: readonly ShippedMapping[] = [
  { name: 'adventureworks-vendors', mapping: mappingSchema.parse(adventureworksVendors) },
  { name: 'adventureworks-product-vendors', mapping: mappingSchema.parse(adventureworksOffers) },
  { name: 'adventureworks-purchase-orders', mapping: mappingSchema.parse(adventureworksOrders) },
  { name: 'adventureworks-purchase-lines', mapping: mappingSchema.parse(adventureworksLines) },
  { name: 'scms-delivery-history', mapping: mappingSchema.parse(scmsDeliveries) },
  { name: 'track17-events', mapping: mappingSchema.parse(track17Events) },
  { name: 'track17-events-export', mapping: mappingSchema.parse(track17Export) },
]

const bySignature = new Map(shipped.map((one) => [headerSignature(Object.keys(one.mapping.columns)), one]))

export function shippedMapping(headers: readonly string[]): ShippedMapping | null {
  return bySignature.get(headerSignature(headers)) ?? null
}

export function shippedByName(name: string): ShippedMapping | null {
  return shipped.find((one) => one.name === name.toLowerCase()) ?? null
}
