// Finding any record by a few letters, as it travels: what the palette shows.
import { z } from 'zod'

export const searchInput = z.object({ text: z.string().max(200) })

export type FoundProduct = { id: number; sku: string; name: string; nameZh: string; archived: boolean }
export type FoundParty = {
  id: number
  code: string
  name: string
  nameZh: string
  roles: ('customer' | 'supplier' | 'carrier' | 'forwarder' | 'service')[]
  country: string
  archived: boolean
}
export type FoundOrder = {
  id: number
  number: string
  externalId: string
  orderedOn: string
  customer: string
  status: string
  archived: boolean
}

/** A few of each kind, the closest first; living records before archived ones. */
export type Found = { products: FoundProduct[]; parties: FoundParty[]; orders: FoundOrder[] }
