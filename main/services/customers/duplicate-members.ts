// How records that look alike are shown beside one another.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'
import type { DuplicateMember } from '#shared/schemas/customers.ts'

/** Living ones by id. */
export function membersById(db: ReadDb, ids: readonly Id[]): Map<Id, DuplicateMember> {
  const rows = db.all<Omit<DuplicateMember, 'archived'> & { archived: number }>(
    `SELECT r.id, r.code, r.name, r.name_zh AS nameZh, r.country, r.archived,
       coalesce((SELECT a.city FROM addresses a WHERE a.party_id = r.id AND a.deleted = 0 AND a.city <> ''
         ORDER BY a.position, a.id LIMIT 1), '') AS city,
       coalesce(nullif(r.email, ''), (SELECT c.email FROM contacts c WHERE c.party_id = r.id AND c.deleted = 0
         AND c.email <> '' ORDER BY c.position, c.id LIMIT 1), '') AS email,
       coalesce(nullif(r.phone, ''), (SELECT c.phone FROM contacts c WHERE c.party_id = r.id AND c.deleted = 0
         AND c.phone <> '' ORDER BY c.position, c.id LIMIT 1), '') AS phone,
       (SELECT count(*) FROM sales_orders o INDEXED BY sales_orders_by_customer
         WHERE o.customer_id = r.id AND o.deleted = 0) AS orderCount
     FROM live_parties r WHERE r.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
  return new Map(rows.map((row) => [row.id, { ...row, archived: row.archived === 1 }]))
}
