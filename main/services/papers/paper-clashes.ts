// Two papers of one number that both went out.

import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import type { ClashRule } from '#main/services/clashes/clash-rule.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'
import { voidPaper } from '#main/services/papers/paper-status.ts'

export const paperNumberTwins: ClashRule = {
  id: 'papers/same-number',
  tables: ['papers'],
  find: (db) =>
    doubledRows(db, {
      table: 'papers',
      index: 'papers_by_number',
      columns: ['number'],
      isLiving: "r.deleted = 0 AND r.status <> 'void'",
      facts: ([number]) => ({ number: String(number) }),
    }),
  rows: rowsOf('papers'),
  // One that was sent is kept before one that only was made.
  prefers: (db, ids) =>
    db
      .raw(
        `SELECT id FROM papers WHERE id IN (SELECT value FROM json_each(?)) AND status = 'sent'`,
        JSON.stringify(ids),
      )
      .map((row) => row[0] as number),
  mendings: [
    {
      id: 'makeVoid',
      isFinal: true,
      mend({ tx }, { others }) {
        for (const id of others) voidPaper(tx, { id, note: '' })
      },
    },
  ],
}
