// What the stock ledger says once two copies' movements stand in it together.
import type { ReadDb } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import {
  type ClashRow,
  type ClashRule,
  clashOf,
  type FoundClash,
  type Mender,
} from '#main/services/clashes/clash-rule.ts'
import { levelPlace } from '#main/services/stock/short-day-clashes.ts'
import { counterOf, movementSelect, type Standing } from '#main/services/stock/standing-movements.ts'
import { postMovement } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'

/** Less than nothing on hand where that is not allowed: both copies sold the same piece. */
export const shortages: ClashRule = {
  id: 'stock/shortage',
  tables: ['stock_movements', 'products', 'warehouses'],
  find(db) {
    const rows = db.raw(
      `SELECT b.product_id, b.warehouse_id, b.on_hand_milli, p.unit, w.name
       FROM stock_balances b INDEXED BY stock_balances_negative CROSS JOIN products p ON p.id = b.product_id
       JOIN warehouses w ON w.id = b.warehouse_id WHERE b.on_hand_milli < 0 AND p.deleted = 0
         AND w.shortage = 'refuse'`,
    ) as [Id, Id, number, string, string][]
    return rows.map(([product, warehouse, milli, unit, name]) => ({
      key: `${product} ${warehouse} ${milli}`,
      ids: [product],
      facts: { quantity: milli / 1000, unit, warehouse: name, warehouseId: warehouse },
    }))
  },
  rows: rowsOf('products'),
  mendings: [
    {
      id: 'countZero',
      mend: ({ tx }, { keep, facts }) => levelPlace(tx, { productId: keep, warehouseId: Number(facts.warehouseId) }),
    },
  ],
}

function takeBack({ tx }: Mender, id: Id): void {
  const movement = tx.get<Standing>(`${movementSelect} WHERE m.id = ?`, id)
  if (movement) postMovement(tx, { ...counterOf(tx, movement), note: '' })
}

const takesBackOthers = (mender: Mender, { others }: { others: readonly Id[] }) => {
  for (const id of others) takeBack(mender, id)
}

/** The opening stock of one product, counted in two copies: it stands twice in the ledger. */
export const openingTwins: ClashRule = {
  id: 'stock/opening-twice',
  tables: ['stock_movements'],
  find(db) {
    const groups = db.raw(
      `SELECT d.product_id, d.warehouse_id, json_group_array(m.id) FROM (
         SELECT product_id, warehouse_id FROM stock_movements INDEXED BY stock_movements_openings
         WHERE kind = 'opening' AND reverses_id IS NULL GROUP BY product_id, warehouse_id HAVING count(*) > 1) d
       CROSS JOIN stock_movements m INDEXED BY stock_movements_openings
         ON m.product_id = d.product_id AND m.warehouse_id = d.warehouse_id AND m.kind = 'opening' AND m.reverses_id IS NULL
       WHERE ${isStanding('m')} GROUP BY d.product_id, d.warehouse_id HAVING count(*) > 1`,
    ) as [Id, Id, string][]
    return groups.map(([, , ids]) => clashOf(JSON.parse(ids), quantities(db, JSON.parse(ids))))
  },
  rows: rowsOf('stock_movements'),
  mendings: [
    { id: 'keepOne', mend: takesBackOthers },
    { id: 'keepNewest', keeps: 'newest', mend: takesBackOthers },
  ],
}

/** Movements of one shelf that counts of the same day posted; the number of a copy stands in the upper bits of an id. */
const countTwinsSql = `SELECT json_group_array(m.id) FROM stock_movements m INDEXED BY stock_movements_counts
  WHERE m.kind = 'count' AND m.reverses_id IS NULL AND ${isStanding('m')}
  GROUP BY m.product_id, m.warehouse_id, m.moved_on, m.batch_id, m.bin_id HAVING count(DISTINCT m.id >> 29) > 1`

/** One shelf counted in two copies on the same day: each posted the difference that it saw, and now it counts twice. */
export const countTwins: ClashRule = {
  id: 'stock/counted-twice',
  tables: ['stock_movements'],
  find(db) {
    const groups = db.raw(countTwinsSql) as [string][]
    return groups.map(([ids]) => clashOf(JSON.parse(ids), quantities(db, JSON.parse(ids))))
  },
  rows: rowsOf('stock_movements'),
  mendings: [
    { id: 'keepOne', mend: takesBackOthers },
    { id: 'keepNewest', keeps: 'newest', mend: takesBackOthers },
  ],
}

/** Nothing takes the movement back, unless that is itself taken back. */
function isStanding(alias: string): string {
  return `NOT EXISTS (SELECT 1 FROM stock_movements t INDEXED BY stock_movements_reversals WHERE t.reverses_id = ${alias}.id
    AND NOT EXISTS (SELECT 1 FROM stock_movements u INDEXED BY stock_movements_reversals WHERE u.reverses_id = t.id))`
}

function quantities(db: ReadDb, ids: readonly Id[]): FoundClash['facts'] {
  const row = db.get<{ total: number; unit: string }>(
    `SELECT sum(m.qty_milli) / 1000.0 AS total, min(p.unit) AS unit FROM stock_movements m JOIN products p ON p.id = m.product_id
     WHERE m.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
  return { quantity: row?.total ?? 0, unit: row?.unit ?? '', count: ids.length }
}

/** One movement taken back in both copies: it counts against the stock. */
export const doubleReversals: ClashRule = {
  id: 'movements/reversed-twice',
  tables: ['stock_movements'],
  find(db) {
    const groups = db.raw(
      `SELECT d.reverses_id, json_group_array(m.id) FROM (
         SELECT reverses_id FROM stock_movements INDEXED BY stock_movements_reversals WHERE reverses_id IS NOT NULL
         GROUP BY reverses_id HAVING count(*) > 1) d
       CROSS JOIN stock_movements m INDEXED BY stock_movements_reversals ON m.reverses_id = d.reverses_id
       WHERE ${isStanding('m')} GROUP BY d.reverses_id HAVING count(*) > 1`,
    ) as [Id, string][]
    return groups.map(([, ids]) => clashOf(JSON.parse(ids), quantities(db, JSON.parse(ids))))
  },
  rows: (db, clashes): ClashRow[] => rowsOf('stock_movements')(db, clashes),
  mendings: [
    {
      id: 'reverse',
      mend(mender, { others }) {
        for (const id of others) {
          const moved = movedWith(mender.tx, id)
          takeBack(mender, id)
          if (moved !== null) takeBack(mender, moved)
        }
      },
    },
  ],
}

/**
 * Where stock went over to another product (move-stock.ts), the movement that was posted there right behind the reversal: if
 * both copies moved it over, it is there twice as well.
 */
function movedWith(db: ReadDb, reversal: Id): Id | null {
  const row = db.get<{ id: Id }>(
    `SELECT m.id FROM stock_movements r JOIN stock_movements m ON m.id = r.id + 1
     WHERE r.id = ? AND m.product_id <> r.product_id AND m.warehouse_id = r.warehouse_id AND m.qty_milli = -r.qty_milli
       AND m.kind = r.kind AND m.moved_on = r.moved_on AND m.reverses_id IS NULL AND ${isStanding('m')}`,
    reversal,
  )
  return row?.id ?? null
}
