// Any record by a few letters: products by SKU, name or barcode, parties by name or code, orders by number or foreign key.
import type { ReadDb } from '#main/db/database.ts'
import { escapeLike } from '#main/services/lists/list-page.ts'
import { rolesOf } from '#main/services/parties/party-columns.ts'
import type { Found, FoundOrder, FoundParty, FoundProduct } from '#shared/schemas/search.ts'

const shown = 8

type Patterns = { exact: string; start: string; within: string }

/** A few of each kind. What is exactly the text comes first, then what begins with it, then what holds it. */
export function findRecords(db: ReadDb, text: string): Found {
  const exact = text.trim()
  if (exact === '') return { products: [], parties: [], orders: [] }
  const start = `${escapeLike(exact)}%`
  const patterns = { exact, start, within: `%${start}` }
  return {
    products: findProducts(db, patterns),
    parties: findParties(db, patterns),
    orders: findOrders(db, patterns),
  }
}

/** 0 for the text itself, 1 for a beginning, 2 for a middle; takes the parameters exact and start. */
const closeness = (column: string) =>
  `CASE WHEN ${column} = ? COLLATE NOCASE THEN 0 WHEN ${column} LIKE ? ESCAPE '\\' THEN 1 ELSE 2 END`
const holds = (column: string) => `${column} LIKE ? ESCAPE '\\'`

type Listed<Row extends { archived: boolean }> = Omit<Row, 'archived'> & { archived: number }

function findProducts(db: ReadDb, { exact, start, within }: Patterns): FoundProduct[] {
  return db
    .all<Listed<FoundProduct>>(
      `SELECT id, sku, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh, archived FROM live_products
       WHERE ${holds('sku')} OR ${holds('name_en')} OR ${holds('name_zh')}
         OR id IN (SELECT product_id FROM product_barcodes WHERE deleted = 0 AND ${holds('code')})
       ORDER BY archived, min(${closeness('sku')}, ${closeness('name_en')}), sku LIMIT ${shown}`,
      ...[within, within, within, start],
      ...[exact, start, exact, start],
    )
    .map(withArchived)
}

type PartyRow = Omit<Listed<FoundParty>, 'roles'> & Parameters<typeof rolesOf>[0]

function findParties(db: ReadDb, { exact, start, within }: Patterns): FoundParty[] {
  return db
    .all<PartyRow>(
      `SELECT id, code, name, name_zh AS nameZh, country, archived,
         is_customer, is_supplier, is_carrier, is_forwarder, is_service FROM live_parties
       WHERE ${holds('name')} OR ${holds('name_zh')} OR ${holds('code')}
       ORDER BY archived, min(${closeness('name')}, ${closeness('code')}), name COLLATE NOCASE, id LIMIT ${shown}`,
      ...[within, within, within],
      ...[exact, start, exact, start],
    )
    .map(({ is_customer, is_supplier, is_carrier, is_forwarder, is_service, ...row }) => ({
      ...withArchived(row),
      roles: rolesOf({ is_customer, is_supplier, is_carrier, is_forwarder, is_service }),
    }))
}

/** Numbers and foreign keys are read from their indexes; only what is shown is looked up. */
function findOrders(db: ReadDb, { exact, start, within }: Patterns): FoundOrder[] {
  return db
    .all<Listed<FoundOrder>>(
      `SELECT o.id, o.number, o.external_id AS externalId, o.ordered_on AS orderedOn, coalesce(c.name, '') AS customer,
         o.status, o.archived
       FROM sales_orders o LEFT JOIN parties c ON c.id = o.customer_id
       WHERE o.id IN (
         SELECT id FROM (SELECT id FROM sales_orders INDEXED BY sales_orders_by_number WHERE ${holds('number')})
         UNION
         SELECT id FROM (SELECT id FROM sales_orders INDEXED BY sales_orders_by_external_id WHERE ${holds('external_id')}))
         AND o.deleted = 0
       ORDER BY o.archived, min(${closeness('o.number')}, ${closeness('o.external_id')}), o.ordered_on DESC, o.id DESC
       LIMIT ${shown}`,
      ...[within, within],
      ...[exact, start, exact, start],
    )
    .map(withArchived)
}

function withArchived<Row extends { archived: number }>(row: Row): Omit<Row, 'archived'> & { archived: boolean } {
  return { ...row, archived: row.archived === 1 }
}
