// A name in one column may be in either language: one that holds Chinese characters belongs to the Chinese name.

import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

const han = /\p{Script=Han}/u

/** Columns for a name given once, or once per language. */
export function namesOf(name: string | undefined, nameZh: string | undefined): { name_en?: string; name_zh?: string } {
  if (nameZh !== undefined) return { name_en: name, name_zh: nameZh }
  if (name === undefined) return {}
  return han.test(name) ? { name_zh: name } : { name_en: name }
}

type Names = ReturnType<typeof namesOf>

/**
 * The names for a record that is there: one that already is its English name, Chinese characters and all, stays there.
 * So a file that was exported and comes back moves nothing.
 */
export function namesFor(db: ReadDb, table: 'products' | 'categories', id: Id, names: Names): Names {
  if (names.name_zh === undefined || names.name_en !== undefined) return names
  const before = db.get<{ name_en: string }>(`SELECT name_en FROM ${table} WHERE id = ?`, id)
  return before?.name_en === names.name_zh ? {} : names
}
