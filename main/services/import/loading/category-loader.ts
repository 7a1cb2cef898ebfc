// Categories from a file.

import { applyColumns } from '#main/services/import/loading/apply-columns.ts'
import { type LoadContext, type Loader, problem, textOf } from '#main/services/import/loading/loader.ts'
import { namesOf } from '#main/services/import/loading/names.ts'
import type { Id } from '#shared/ids.ts'

export function categoryLoader(context: LoadContext): Loader {
  const { tx, keys } = context
  return {
    take(row) {
      const externalId = textOf(row, 'externalId')
      const names = namesOf(textOf(row, 'nameEn') ?? textOf(row, 'name'), textOf(row, 'nameZh'))
      const name = names.name_en ?? names.name_zh
      const columns = { ...names, description: textOf(row, 'description') }
      const known =
        (externalId ? keys.find('category', externalId) : null) ?? (name ? findCategory(context, name) : null)
      if (known !== null) {
        if (externalId && keys.find('category', externalId) === null) keys.note('category', externalId, known)
        return applyColumns(tx, 'categories', known, columns)
      }
      if (!name) return problem('nameEn', '', 'required')
      const id = tx.insert('categories', columns)
      if (externalId) keys.note('category', externalId, id)
      return 'new'
    },
  }
}

/** A living category by its name in either language. */
function findCategory({ tx }: LoadContext, name: string): Id | null {
  return (
    tx.get<{ id: Id }>(
      'SELECT id FROM live_categories WHERE name_en = ? COLLATE NOCASE OR name_zh = ? ORDER BY id LIMIT 1',
      name,
      name,
    )?.id ?? null
  )
}

/** The category that a product names, by key or by name; made when the import may. Null: not known. */
export function categoryFor(context: LoadContext, reference: string): Id | null {
  const known = context.keys.find('category', reference) ?? findCategory(context, reference)
  if (known !== null || !context.makeMissing) return known
  const id = context.tx.insert('categories', namesOf(reference, undefined))
  context.keys.note('category', reference, id)
  context.made.set('category', (context.made.get('category') ?? 0) + 1)
  return id
}
