// The filter of an analysis as it stands in the address.
import type { AbcBasis, AbcInput } from '#shared/schemas/insights.ts'

export type FilterAddress = { channel?: string; country?: string; category?: number; place?: number }
export type AskedFilter = AbcInput['filter']

/** Takes from an address what is understood; the rest is left out. */
export function readFilterAddress(raw: Record<string, unknown>): FilterAddress {
  const [category, place] = [idOf(raw.category), idOf(raw.place)]
  return {
    ...(typeof raw.channel === 'string' && raw.channel !== '' && { channel: raw.channel.slice(0, 300) }),
    ...(typeof raw.country === 'string' && /^[A-Z]{2}$/.test(raw.country) && { country: raw.country }),
    ...(category !== null && { category }),
    ...(place !== null && { place }),
  }
}

export function filterOf({ channel, country, category, place }: FilterAddress): AskedFilter {
  const filter = {
    ...(category !== undefined && { categoryId: category }),
    ...(place !== undefined && { warehouseId: place }),
    ...(channel !== undefined && { channel }),
    ...(country !== undefined && { country }),
  }
  return Object.keys(filter).length > 0 ? filter : undefined
}

/** What another basis leaves of the filter: a place says nothing of sales, a channel or a country nothing of stock. */
export function filterForBasis(basis: AbcBasis): Partial<Record<keyof FilterAddress, undefined>> {
  return basis === 'stockValue' ? { channel: undefined, country: undefined } : { place: undefined }
}

function idOf(value: unknown): number | null {
  const id = Number(value)
  return Number.isSafeInteger(id) && id > 0 ? id : null
}
