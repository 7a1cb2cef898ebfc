// What the rows of a board are of: suppliers, products, ways of transport or countries, with their names.
import type { ReadDb } from '#main/db/database.ts'
import type { GroupKey } from '#main/services/scores/line-tallies.ts'
import { type FullQuestion, isNarrowed } from '#main/services/scores/score-question.ts'
import type { Id } from '#shared/ids.ts'
import type { BoardRow } from '#shared/schemas/scores.ts'

export type BoardSubject = { key: GroupKey } & Pick<
  BoardRow,
  'supplierId' | 'code' | 'name' | 'nameZh' | 'country' | 'kind' | 'status' | 'productId' | 'mode'
>

const nameless: Omit<BoardSubject, 'key'> = {
  supplierId: null,
  code: '',
  name: '',
  nameZh: '',
  country: '',
  kind: '',
  status: '',
  productId: null,
  mode: '',
}

/** `keys`: what there are lines of. Suppliers without lines stand on the board as well, unless only a part is looked at. */
export function boardSubjects(db: ReadDb, question: FullQuestion, keys: readonly GroupKey[]): BoardSubject[] {
  switch (question.groupBy) {
    case 'supplier':
      return suppliers(db, question, keys)
    case 'product':
      return products(db, keys)
    case 'mode':
      return keys.map((key) => ({ ...nameless, key, mode: String(key ?? '') }))
    case 'country':
      return keys.map((key) => ({ ...nameless, key, country: String(key ?? '') }))
  }
}

function suppliers(db: ReadDb, question: FullQuestion, keys: readonly GroupKey[]): BoardSubject[] {
  const ids = JSON.stringify(keys.filter((key) => key !== null))
  const asked = question.supplierIds === null ? null : JSON.stringify(question.supplierIds)
  const others = isNarrowed(question) ? '' : ' OR (is_supplier = 1 AND deleted = 0 AND archived = 0)'
  const rows = db.all<{ key: Id } & Pick<BoardSubject, 'code' | 'name' | 'nameZh' | 'country' | 'kind' | 'status'>>(
    `SELECT id AS key, code, name, name_zh AS nameZh, country, supply_kind AS kind, supply_status AS status FROM parties
     WHERE ${asked === null ? `(id IN (SELECT value FROM json_each(?))${others})` : 'id IN (SELECT value FROM json_each(?))'}
     ORDER BY name, id`,
    asked ?? ids,
  )
  const named = rows.map((row): BoardSubject => ({ ...nameless, ...row, supplierId: row.key }))
  return keys.includes(null) ? [...named, { ...nameless, key: null }] : named
}

function products(db: ReadDb, keys: readonly GroupKey[]): BoardSubject[] {
  const rows = db.all<{ key: Id; code: string; name: string; nameZh: string }>(
    `SELECT id AS key, sku AS code, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh FROM products
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sku, id`,
    JSON.stringify(keys.filter((key) => key !== null)),
  )
  const named = rows.map((row): BoardSubject => ({ ...nameless, ...row, productId: row.key }))
  return keys.includes(null) ? [...named, { ...nameless, key: null }] : named
}
