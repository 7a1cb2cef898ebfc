// Enough today, and yet a day on which less than nothing was there: one copy took out what the other one had taken already,
// and goods came in later. And how a place is made level again, day by day.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import type { ClashRule, FoundClash } from '#main/services/clashes/clash-rule.ts'
import { closedThrough, refuseClosedDay } from '#main/services/stock/closed-days.ts'
import { type Movement, postMovements } from '#main/services/stock/stock-ledger.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { type Id, idFrom } from '#shared/ids.ts'

export const shortDays: ClashRule = {
  id: 'stock/short-day',
  tables: ['stock_movements', 'warehouses'],
  find(db) {
    const later = laterCopies(db)
    if (later === null) return []
    return shortIn(db, {
      sql: 'SELECT DISTINCT product_id, warehouse_id FROM stock_movements NOT INDEXED WHERE id >= CAST(? AS INTEGER)',
      params: [later],
    })
  },
  // What one copy posts is refused if a day falls short by it: only places that were short, or moved, are looked at again.
  findSince(db, { before, touched, firstId, lastId }) {
    if (touched.has('warehouses')) return shortDays.find(db)
    const known = before.map(({ ids: [product], facts }) => [product, facts.warehouseId])
    return shortIn(db, {
      sql: `SELECT j.value ->> 0, j.value ->> 1 FROM json_each(?) j UNION
        SELECT product_id, warehouse_id FROM stock_movements NOT INDEXED
        WHERE id BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) AND ${laterCopies(db) === null ? 0 : 1}`,
      params: [JSON.stringify(known), firstId, lastId],
    })
  },
  rows: rowsOf('products'),
  mendings: [
    {
      id: 'countDays',
      mend({ tx }, { keep, facts, ...clash }) {
        refuseClosedDay(tx, String(facts.day) as Day)
        levelPlace(tx, { ...clash, productId: keep, warehouseId: Number(facts.warehouseId) as Id })
      },
    },
  ],
}

/** The short ones among places of products that `sql` gives as pairs. */
function shortIn(db: ReadDb, { sql, params }: { sql: string; params: Param[] }): FoundClash[] {
  const rows = db.raw(
    `WITH moved (product_id, warehouse_id) AS MATERIALIZED (${sql}),
     days AS (SELECT m.product_id, m.warehouse_id, m.moved_on,
         sum(sum(m.qty_milli)) OVER (PARTITION BY m.product_id, m.warehouse_id ORDER BY m.moved_on) AS milli
       FROM moved a CROSS JOIN stock_movements m INDEXED BY stock_movements_by_product
         ON m.product_id = a.product_id AND m.warehouse_id = a.warehouse_id
       GROUP BY m.product_id, m.warehouse_id, m.moved_on),
     short AS (SELECT product_id, warehouse_id, min(moved_on) AS day, min(milli) AS milli FROM days WHERE milli < 0
       GROUP BY product_id, warehouse_id)
     SELECT s.product_id, s.warehouse_id, s.day, s.milli, p.unit, w.name FROM short s
     CROSS JOIN products p ON p.id = s.product_id CROSS JOIN warehouses w ON w.id = s.warehouse_id
     LEFT JOIN stock_balances b ON b.product_id = s.product_id AND b.warehouse_id = s.warehouse_id
     WHERE w.shortage = 'refuse' AND coalesce(b.on_hand_milli, 0) >= 0 ORDER BY s.product_id, s.warehouse_id`,
    ...params,
  ) as [Id, Id, Day, number, string, string][]
  return rows.map(([product, warehouseId, day, milli, unit, warehouse]) => ({
    key: `${product} ${warehouseId} ${day} ${milli}`,
    ids: [product],
    facts: { quantity: milli / 1000, unit, warehouse, warehouseId, day },
  }))
}

/**
 * The first id that another copy than the first could have drawn; null where only one ever posted: what one copy posts is
 * refused while it is posted, so that days fall short only where movements of several meet.
 */
function laterCopies(db: ReadDb): Id | null {
  const [first, last] = ['min', 'max'].map((end) => db.raw(`SELECT ${end}(id) FROM stock_movements`)[0]?.[0])
  if (typeof first !== 'number' || typeof last !== 'number') return null
  const next = idFrom(Math.floor(first / 2 ** 29) + 1, 0)
  return last >= next ? next : null
}

type Place = { productId: Id; warehouseId: Id }

/**
 * Counts in, on the first short day, what was missing at most; what is there anyway once later goods came in is counted out
 * again on their day. So nothing is short on any day, and today's stock changes only where it was below nothing.
 */
export function levelPlace(tx: WriteTx, { productId, warehouseId }: Place): void {
  const count = (batchId: Id | null) =>
    levelsOf(openDays(tx, daysOf(tx, { productId, warehouseId }, batchId))).map(({ day, milli }): Movement => {
      return { productId, warehouseId, batchId, movedOn: day, kind: 'count', qtyMilli: milli }
    })
  // What has batches is level when each of them is; what moved before there were any, by itself.
  const batches = tx.raw(
    'SELECT id FROM batches INDEXED BY batches_by_code WHERE product_id = ? ORDER BY id',
    productId,
  )
  postMovements(
    tx,
    batches.flatMap(([id]) => count(id as Id)),
  )
  postMovements(tx, count(null))
}

type DayBalance = { day: Day; milli: number }

/** On hand at the end of each day on which anything moved. */
function daysOf(db: ReadDb, { productId, warehouseId }: Place, batchId: Id | null): DayBalance[] {
  return db.all<DayBalance>(
    `SELECT moved_on AS day, sum(sum(qty_milli)) OVER (ORDER BY moved_on) AS milli
     FROM stock_movements INDEXED BY stock_movements_by_product
     WHERE product_id = ? AND warehouse_id = ? AND (? IS NULL OR batch_id = ?) GROUP BY moved_on ORDER BY moved_on`,
    ...[productId, warehouseId, batchId, batchId],
  )
}

/** What closed periods left, as the first open day begins, and every day since. */
function openDays(db: ReadDb, days: readonly DayBalance[]): DayBalance[] {
  const through = closedThrough(db)
  if (through === null) return [...days]
  const left = days.findLast(({ day }) => day <= through)
  const open = days.filter(({ day }) => day > through)
  const start = addDays(through, 1)
  return left && open[0]?.day !== start ? [{ day: start, milli: left.milli }, ...open] : open
}

/** What to count in and when, and what of it to count out again. */
export function levelsOf(days: readonly DayBalance[]): DayBalance[] {
  const first = days.find(({ milli }) => milli < 0)
  if (!first) return []
  const worst = -Math.min(...days.map(({ milli }) => milli))
  const owed = Math.max(0, -(days.at(-1)?.milli ?? 0))
  const enough = days[days.findLastIndex(({ milli }) => milli < -owed) + 1]
  const back = worst > owed && enough ? [{ day: enough.day, milli: owed - worst }] : []
  return [{ day: first.day, milli: worst }, ...back]
}
