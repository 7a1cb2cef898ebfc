// Categories with how many products each holds.
import type { ReadDb } from '#main/db/database.ts'
import type { Category } from '#shared/schemas/catalog.ts'

type Row = Omit<Category, 'archived'> & { archived: number }

/** All categories by name, the archived ones only where asked for; products that are archived do not count. */
export function listCategories(db: ReadDb, { archived }: { archived: boolean }): Category[] {
  return db
    .all<Row>(
      `SELECT c.id, c.name_en AS nameEn, c.name_zh AS nameZh, c.description, c.archived,
         (SELECT count(*) FROM products p INDEXED BY products_by_category
          WHERE p.category_id = c.id AND p.deleted = 0 AND p.archived = 0) AS productCount
       FROM live_categories c WHERE c.archived = ? ORDER BY coalesce(nullif(c.name_en, ''), c.name_zh) COLLATE NOCASE, c.id`,
      archived ? 1 : 0,
    )
    .map((row) => ({ ...row, archived: row.archived === 1 }))
}
