// Months of which someone knows better than the figures. They stand beside what was sold and what is computed, and change
// neither.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { DemandOverride, OverruleInput } from '#shared/schemas/forecasts.ts'

export type OverrideRow = { id: Id; productId: Id; monthOn: Day; milli: number; reason: string }

/** By month; of two of one month (merged copies, until someone mends that) the first that was made holds. */
export function demandOverrides(db: ReadDb, products?: readonly Id[]): Map<Id, OverrideRow[]> {
  const chosen = products ? ' WHERE product_id IN (SELECT value FROM json_each(?))' : ''
  const rows = db.all<OverrideRow>(
    `SELECT id, product_id AS productId, month_on AS monthOn, qty_milli AS milli, reason FROM live_demand_overrides${chosen}
     ORDER BY product_id, month_on, id`,
    ...(products ? [JSON.stringify(products)] : []),
  )
  const byProduct = new Map<Id, OverrideRow[]>()
  for (const row of rows) {
    const known = byProduct.get(row.productId)
    if (!known) byProduct.set(row.productId, [row])
    else if (known.at(-1)?.monthOn !== row.monthOn) known.push(row)
  }
  return byProduct
}

export function shownOverride({ id, monthOn, milli, reason }: OverrideRow): DemandOverride {
  return { id, monthOn, quantity: milli / 1000, reason }
}

/** Overrules a month, or says something else of one that was. `catalog/product-not-found`. */
export function overruleDemand(tx: WriteTx, input: OverruleInput): Id {
  if (!tx.get('SELECT 1 FROM live_products WHERE id = ?', input.productId))
    throw new AppError('catalog/product-not-found')
  const values = { qty_milli: toMilli(input.quantity), reason: input.reason }
  const known = ofMonth(tx, input.productId, input.monthOn)
  if (known === undefined)
    return tx.insert('demand_overrides', { product_id: input.productId, month_on: input.monthOn, ...values })
  tx.update('demand_overrides', known, values)
  return known
}

/** What was computed counts again. Nothing happens where nothing was said. */
export function takeBackOverrule(tx: WriteTx, { productId, monthOn }: { productId: Id; monthOn: Day }): void {
  const known = ofMonth(tx, productId, monthOn)
  if (known !== undefined) tx.update('demand_overrides', known, { deleted: 1 })
}

function ofMonth(db: ReadDb, productId: Id, monthOn: Day): Id | undefined {
  return db.get<{ id: Id }>(
    'SELECT id FROM live_demand_overrides WHERE product_id = ? AND month_on = ? ORDER BY id LIMIT 1',
    productId,
    monthOn,
  )?.id
}
