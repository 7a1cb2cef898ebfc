// What kits brought, counted for their parts: money is split in proportion to the parts' cost, to the last cent.
import type { ReadDb } from '#main/db/database.ts'
import { costConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import type { ValueSum } from '#main/services/insights/abc-values.ts'
import type { KitPart } from '#main/services/planning/kit-shares.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { allocateMinor } from '#shared/money.ts'

export type KitSplit = { kits: ReadonlyMap<Id, readonly KitPart[]>; by: 'cost' | 'quantity'; on: Day }

/** The sums with every kit's share added to its parts. Where the cost of one part is not known, pieces decide. */
export function sumsOfParts(db: ReadDb, sums: readonly ValueSum[], { kits, by, on }: KitSplit): readonly ValueSum[] {
  if (!sums.some(([id]) => kits.has(id))) return sums
  const costOf = by === 'cost' ? unitCosts(db, on) : () => null
  const found = new Map<Id, { value: number | null; lacks: 0 | 1 }>()
  const add = (id: Id, value: number | null, lacks: 0 | 1) => {
    const known = found.get(id)
    if (known === undefined) found.set(id, { value, lacks })
    else {
      if (value !== null) known.value = (known.value ?? 0) + value
      if (lacks) known.lacks = 1
    }
  }
  for (const [id, value, lacks] of sums) {
    const parts = kits.get(id)
    if (parts === undefined) add(id, value, lacks)
    else
      for (const [at, part] of splitOver(parts, { value, by, costOf }).entries())
        add(parts[at]?.partId ?? id, part, lacks)
  }
  return [...found].map(([id, { value, lacks }]): ValueSum => [id, value, lacks])
}

type Split = { value: number | null; by: KitSplit['by']; costOf: (id: Id) => number | null }

function splitOver(parts: readonly KitPart[], { value, by, costOf }: Split): (number | null)[] {
  if (value === null) return parts.map(() => null)
  if (by === 'quantity') return parts.map(({ each }) => Math.round(value * each))
  const costs = parts.map(({ partId, each }) => (costOf(partId) ?? Number.NaN) * each)
  const weights = costs.every((cost) => cost > 0) ? costs : parts.map(({ each }) => each)
  return allocateMinor(value, weights) ?? parts.map(() => null)
}

/** What a thousand pieces cost in minor units of base currency, at the product's present cost. */
function unitCosts(db: ReadDb, on: Day): (id: Id) => number | null {
  const base = baseCurrency(db)
  const findRate = rateFinder(db)
  return (id) => {
    const row = db.get<{ micros: number | null; currency: string | null }>(
      'SELECT cost_micros AS micros, cost_currency AS currency FROM products WHERE id = ?',
      id,
    )
    if (!row || row.micros === null || row.currency === null) return null
    const found = findRate(row.currency, base, on)
    return found.status === 'ok' ? costConverter(base, found.by)(row.micros, 1_000_000) : null
  }
}
