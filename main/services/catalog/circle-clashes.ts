// Products that came to hold themselves: each copy did something sound, together they make a circle.
import type { ReadDb } from '#main/db/database.ts'
import { circlesOf } from '#main/domain/catalog/circles.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf } from '#main/services/clashes/clash-rule.ts'
import type { Id } from '#shared/ids.ts'

/** A variant of a variant, or of itself by way of another. */
export const variantsOfVariants: ClashRule = {
  id: 'products/family-cycle',
  tables: ['products'],
  find: (db) => nestedVariants(db).map(([id, parent]) => ({ ...clashOf([id], {}), key: `${id} ${parent}` })),
  rows: rowsOf('products'),
  mendings: [
    {
      id: 'unlink',
      mend({ tx, update }, { keep }) {
        // Where two products are each other's variant, the first that is taken out mends both.
        if (nestedVariants(tx, keep).length > 0) update('products', keep, { parent_id: null })
      },
    },
  ],
}

function nestedVariants(db: ReadDb, own: Id | null = null): [Id, Id][] {
  const only = own === null ? '' : ' AND r.id = ?'
  return db.raw(
    `SELECT r.id, r.parent_id FROM products r INDEXED BY products_by_parent
     CROSS JOIN products p ON p.id = r.parent_id WHERE r.parent_id IS NOT NULL AND p.parent_id IS NOT NULL
       AND r.deleted = 0 AND p.deleted = 0${only}`,
    ...(own === null ? [] : [own]),
  ) as [Id, Id][]
}

/** Kits that are parts of themselves at some depth: nobody could say what to take from the shelf. */
export const kitCircles: ClashRule = {
  id: 'kits/cycle',
  tables: ['kit_parts', 'products'],
  find: (db) => circlesOf(kitEdges(db)).map((ids) => clashOf(ids, { count: ids.length })),
  rows: rowsOf('products'),
  mendings: [
    {
      id: 'unlink',
      mend({ tx, update }, { ids }) {
        const among = new Set(ids)
        for (;;) {
          const edges = kitEdges(tx).filter(([kit, part]) => among.has(kit) && among.has(part))
          const [circle] = circlesOf(edges)
          if (!circle) return
          update('kit_parts', newestPart(tx, circle), { deleted: 1 })
        }
      },
    },
  ],
}

function kitEdges(db: ReadDb): [Id, Id][] {
  return db.raw(
    `SELECT k.kit_id, k.part_id FROM live_kit_parts k CROSS JOIN products p ON p.id = k.kit_id
     WHERE p.deleted = 0 AND p.kind = 'kit'`,
  ) as [Id, Id][]
}

/** The part that closed the circle: of the copy that did not know of the others. */
function newestPart(db: ReadDb, circle: readonly Id[]): Id {
  const ids = JSON.stringify(circle)
  const row = db.get<{ id: Id }>(
    `SELECT k.id FROM live_kit_parts k
     LEFT JOIN operations o ON o.id = (
       SELECT m.id FROM operations m INDEXED BY operations_by_span
       WHERE m.first_id BETWEEN (k.id / 536870912) * 536870912 AND k.id AND m.last_id >= m.first_id
       ORDER BY m.first_id DESC LIMIT 1)
     WHERE k.kit_id IN (SELECT value FROM json_each(?)) AND k.part_id IN (SELECT value FROM json_each(?))
     ORDER BY o.clock DESC, k.id DESC LIMIT 1`,
    ids,
    ids,
  )
  return row?.id ?? 0
}
