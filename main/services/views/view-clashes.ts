// Views of one list and name that the same person sees.
import type { ReadDb } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf, updateOthers } from '#main/services/clashes/clash-rule.ts'
import { freeName } from '#main/services/clashes/free-name.ts'
import type { Id } from '#shared/ids.ts'

type Row = { id: Id; list: string; name: string; state: string; personId: Id | null }

export const viewTwins: ClashRule = {
  id: 'views/same-name',
  tables: ['saved_views'],
  find(db) {
    const rows = db.all<Row>('SELECT id, list, name, state, person_id AS personId FROM live_saved_views')
    const groups = Map.groupBy(rows, ({ list, name, personId }) => JSON.stringify([list, name.toLowerCase(), personId]))
    return [...groups.values()].flatMap((group) =>
      group.length > 1 && group[0]
        ? [
            clashOf(
              group.map(({ id }) => id),
              { name: group[0].name, list: group[0].list },
            ),
          ]
        : [],
    )
  },
  rows: rowsOf('saved_views'),
  suggests: (db, { ids }) => (isOneView(db, ids) ? ['keepOne', 'rename'] : ['rename', 'keepOne']),
  mendings: [
    {
      id: 'rename',
      mend({ tx, update }, { others }) {
        for (const id of others) update('saved_views', id, { name: freeViewName(tx, id) })
      },
    },
    {
      id: 'keepOne',
      mend: updateOthers('saved_views', { deleted: 1 }),
    },
  ],
}

function isOneView(db: ReadDb, ids: readonly Id[]): boolean {
  const sql = 'SELECT count(DISTINCT state) AS n FROM saved_views WHERE id IN (SELECT value FROM json_each(?))'
  return db.get<{ n: number }>(sql, JSON.stringify(ids))?.n === 1
}

function freeViewName(db: ReadDb, id: Id): string {
  const view = db.get<{ list: string; name: string }>('SELECT list, name FROM saved_views WHERE id = ?', id)
  const isTaken = (name: string) =>
    db.get('SELECT 1 FROM live_saved_views WHERE list = ? AND name = ? COLLATE NOCASE', view?.list ?? '', name) !==
    undefined
  return freeName(view?.name ?? '', isTaken, ' ')
}
