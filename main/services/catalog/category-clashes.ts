// Categories of one name, made by two copies.
import type { ReadDb } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf, eachOther, type Mender } from '#main/services/clashes/clash-rule.ts'
import { deleteRecord, movePointers } from '#main/services/clashes/combine-records.ts'
import { freeName } from '#main/services/clashes/free-name.ts'
import type { Id } from '#shared/ids.ts'

type Row = { id: Id; nameEn: string; nameZh: string }

export const categoryTwins: ClashRule = {
  id: 'categories/same-name',
  tables: ['categories'],
  find(db) {
    const rows = db.all<Row>('SELECT id, name_en AS nameEn, name_zh AS nameZh FROM live_categories')
    const groups = [...groupsBy(rows, ({ nameEn }) => nameEn), ...groupsBy(rows, ({ nameZh }) => nameZh)]
    // Twins in both languages are one clash.
    const clashes = groups.map(([name, ids]) => clashOf(ids, { name }))
    return [...new Map(clashes.map((clash) => [clash.key, clash])).values()]
  },
  rows: rowsOf('categories'),
  mendings: [
    {
      id: 'combine',
      mend: eachOther(combineCategories),
    },
    {
      id: 'rename',
      mend({ tx, update }, { others }) {
        for (const id of others) update('categories', id, otherNames(tx, id))
      },
    },
  ],
}

export function combineCategories(mender: Mender, pair: { keep: Id; other: Id }): void {
  movePointers(mender, 'category', pair)
  deleteRecord(mender, { kind: 'category', id: pair.other })
}

function groupsBy(rows: readonly Row[], nameOf: (row: Row) => string): [string, Id[]][] {
  return [...Map.groupBy(rows, (row) => nameOf(row).toLowerCase())].flatMap(([name, group]) =>
    name !== '' && group.length > 1 && group[0]
      ? [[nameOf(group[0]), group.map(({ id }) => id)] as [string, Id[]]]
      : [],
  )
}

/** Of each name that another category has, too, one that is free. */
function otherNames(db: ReadDb, id: Id): { name_en?: string; name_zh?: string } {
  const row = db.get<Row>('SELECT id, name_en AS nameEn, name_zh AS nameZh FROM categories WHERE id = ?', id)
  const free = (column: string, name: string) => {
    const isTaken = (wished: string) =>
      db.get(`SELECT 1 FROM live_categories WHERE ${column} = ? COLLATE NOCASE AND id <> ?`, wished, id) !== undefined
    return name !== '' && isTaken(name) ? { [column]: freeName(name, isTaken, ' ') } : {}
  }
  return row ? { ...free('name_en', row.nameEn), ...free('name_zh', row.nameZh) } : {}
}
