// What a seller does with categories.

import type { WriteTx } from '#main/db/database.ts'
import { plainKey } from '#main/services/records/unique-key.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { CategoryInput } from '#shared/schemas/catalog.ts'

/** Adds a category; `catalog/category-taken` where a living one has one of its names. */
export function addCategory(tx: WriteTx, category: CategoryInput): Id {
  refuseTakenName(tx, category, null)
  return tx.insert('categories', columns(category))
}

export function editCategory(tx: WriteTx, id: Id, category: CategoryInput): void {
  if (!tx.get('SELECT 1 FROM live_categories WHERE id = ?', id)) throw new AppError('catalog/category-not-found')
  refuseTakenName(tx, category, id)
  tx.update('categories', id, columns(category))
}

/** All of the categories or none: one that is not there stops the whole. */
export function setCategoriesArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    const found = tx.run('UPDATE categories SET archived = ? WHERE id = ? AND deleted = 0', archived ? 1 : 0, id)
    if (found === 0) throw new AppError('catalog/category-not-found')
  }
}

function columns(category: CategoryInput) {
  return { name_en: category.nameEn, name_zh: category.nameZh, description: category.description }
}

export const categoryKeys = [
  plainKey('categories', ['name_en'], 'NOCASE'),
  plainKey('categories', ['name_zh'], 'NOCASE'),
]

/** Two categories of one name could not be told apart in a list; letter case makes no difference there. */
function refuseTakenName(tx: WriteTx, { nameEn, nameZh }: CategoryInput, own: Id | null): void {
  for (const [field, column, name] of [
    ['nameEn', 'name_en', nameEn],
    ['nameZh', 'name_zh', nameZh],
  ] as const) {
    if (!name) continue
    const taken = tx.get(
      `SELECT 1 FROM live_categories WHERE ${column} = ? COLLATE NOCASE AND id <> ? LIMIT 1`,
      name,
      own ?? 0,
    )
    if (taken) throw new AppError('catalog/category-taken', { name, field })
  }
}
