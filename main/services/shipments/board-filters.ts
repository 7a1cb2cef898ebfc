// What the board and the map are narrowed by, as conditions on shipments `s`.
import type { Param, ReadDb } from '#main/db/database.ts'
import type { BoardCarrier, BoardInput } from '#shared/schemas/shipment-board.ts'

export type BoardFilters = Pick<BoardInput, 'kind' | 'carrierId' | 'country'>

type Condition = { sql: string; values: Param[] }

/** Where it goes: its own address, else the own place that it comes to, else where the company sits. */
export const toCountrySql = `coalesce(nullif(s.ship_to_country, ''),
  CASE s.kind WHEN 'transfer' THEN (SELECT nullif(w.country, '') FROM warehouses w WHERE w.id = s.to_warehouse_id)
    WHEN 'purchase' THEN ${placeOrCompany('s.warehouse_id')} WHEN 'return' THEN ${placeOrCompany('s.warehouse_id')} END, '')`

/** Where it comes from; of what we send ourselves, the place that it leaves. */
export const fromCountrySql = `coalesce(nullif(s.from_country, ''),
  CASE WHEN s.kind IN ('order', 'transfer') THEN ${placeOrCompany('s.warehouse_id')}
    ELSE (SELECT nullif(p.country, '') FROM parties p WHERE p.id = s.party_id) END, '')`

function placeOrCompany(warehouse: string): string {
  return `coalesce((SELECT nullif(w.country, '') FROM warehouses w WHERE w.id = ${warehouse}),
    (SELECT country FROM books WHERE id = 1))`
}

export function boardFilter({ kind, carrierId, country }: BoardFilters): Condition {
  const parts: Condition[] = []
  if (kind) parts.push({ sql: 's.kind = ?', values: [kind] })
  if (carrierId) parts.push({ sql: 's.carrier_id = ?', values: [carrierId] })
  if (country) parts.push({ sql: `${toCountrySql} = ?`, values: [country] })
  return {
    sql: parts.map(({ sql }) => ` AND ${sql}`).join(''),
    values: parts.flatMap(({ values }) => values),
  }
}

export function boardCarriers(db: ReadDb): BoardCarrier[] {
  return db.all<BoardCarrier>(
    `SELECT id, name, name_zh AS nameZh FROM parties
     WHERE (is_carrier = 1 OR is_forwarder = 1) AND deleted = 0 AND archived = 0 ORDER BY name, id LIMIT 500`,
  )
}
