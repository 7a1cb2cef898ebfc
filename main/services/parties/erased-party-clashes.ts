// People who were erased in one copy while another went on writing about them: what came in tells of them again.

import type { ReadDb } from '#main/db/database.ts'
import { type ErasedRow, eraseRows } from '#main/db/erase.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import type { ClashRule } from '#main/services/clashes/clash-rule.ts'
import { hideErased } from '#main/services/parties/erase-party.ts'
import { personalRows, tablesOfParty } from '#main/services/parties/personal-rows.ts'
import type { Id } from '#shared/ids.ts'

export const erasedPartyRows: ClashRule = {
  id: 'parties/erased-rows',
  tables: ['erasures', ...tablesOfParty],
  find: (db) =>
    erasedParties(db).flatMap((id) => {
      const rows = newRows(db, id)
      if (rows.length === 0) return []
      const newest = Math.max(...rows.map((row) => row.id))
      return [{ key: `${id} ${rows.length} ${newest}`, ids: [id], facts: { count: rows.length } }]
    }),
  rows: rowsOf('parties'),
  mendings: [
    {
      id: 'erase',
      isFinal: true,
      mend({ tx, touch }, { keep }) {
        const rows = newRows(tx, keep)
        hideErased(tx, rows)
        eraseRows(tx, rows)
        for (const { table, id } of rows) touch(table, [id])
      },
    },
  ],
}

function erasedParties(db: ReadDb): Id[] {
  return db.raw("SELECT DISTINCT row_id FROM erasures WHERE table_name = 'parties'").map(([id]) => id as Id)
}

/** Documents stay, as they do when a person is erased without them. */
function newRows(db: ReadDb, partyId: Id): (ErasedRow & { isRemoved?: true | undefined })[] {
  return personalRows(db, partyId).filter(({ isDocument }) => !isDocument)
}
