// A repeating task that was done in two copies is followed by two.

import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf } from '#main/services/clashes/clash-rule.ts'
import { deleteRecord, moveHanging } from '#main/services/clashes/combine-records.ts'

export const followerTwins: ClashRule = {
  id: 'tasks/same-next',
  tables: ['tasks'],
  find(db) {
    const groups = db.raw(
      `SELECT json_group_array(t.id), min(t.title) FROM (
         SELECT follows_id FROM tasks INDEXED BY tasks_by_follows WHERE follows_id IS NOT NULL
         GROUP BY follows_id HAVING count(*) > 1) d
       CROSS JOIN tasks t INDEXED BY tasks_by_follows ON t.follows_id = d.follows_id
       WHERE t.deleted = 0 GROUP BY d.follows_id HAVING count(*) > 1`,
    ) as [string, string][]
    return groups.map(([ids, title]) => clashOf(JSON.parse(ids), { title }))
  },
  rows: rowsOf('tasks'),
  // One that somebody did already is kept before one that waits.
  prefers: (db, ids) =>
    db
      .raw(
        `SELECT id FROM tasks WHERE id IN (SELECT value FROM json_each(?)) AND status = 'done' ORDER BY id`,
        JSON.stringify(ids),
      )
      .map((row) => row[0] as number),
  mendings: [
    {
      id: 'keepOne',
      mend(mender, { keep, others }) {
        for (const other of others) {
          moveHanging(mender, 'task', { keep, other })
          deleteRecord(mender, { kind: 'task', id: other })
        }
      },
    },
  ],
}
