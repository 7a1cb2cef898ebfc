// Places that stock lies in, as they travel: own ones, overseas, at marketplaces, at third parties; and the bins in them.
import { z } from 'zod'
import { countryField, dayField, idField, lineField, noteField, requiredLine } from '#shared/schemas/fields.ts'

/** `transit` is the one place of goods on their way between two others; nobody makes another. */
export const warehouseKinds = ['own', 'overseas', 'marketplace', 'third_party'] as const
export type WarehouseKind = (typeof warehouseKinds)[number] | 'transit'

/** What happens when more goes out than is there. */
export const shortageRules = ['refuse', 'warn'] as const

const binInput = z.object({ id: idField.optional(), code: requiredLine(40), note: lineField() })

export const warehouseInput = z.object({
  /** Empty only for the warehouse that every book has from the start. */
  name: lineField(100),
  code: lineField(20),
  kind: z.enum(warehouseKinds).default('own'),
  country: countryField,
  /** Documents before this day are history: they move no stock here. */
  startsOn: dayField.nullable().default(null),
  /** Second quality and quarantine are on hand, but never available. */
  isSellable: z.boolean().default(true),
  shortage: z.enum(shortageRules).default('refuse'),
  note: noteField,
  bins: z.array(binInput).max(5000).default([]),
})
export type WarehouseInput = z.output<typeof warehouseInput>
export type WarehouseDraft = z.input<typeof warehouseInput>

export type Warehouse = Omit<WarehouseInput, 'kind' | 'bins'> & {
  id: number
  kind: WarehouseKind
  archived: boolean
  /** The one that every book has from the start, or the one in transit: neither can be archived or deleted. */
  isFixed: boolean
  bins: { id: number; code: string; note: string }[]
  /** How many products lie there. */
  productCount: number
}
