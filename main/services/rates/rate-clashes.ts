// Two rates of one pair and day, noted in two copies.

import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import type { ClashInHand, ClashRule, Mender } from '#main/services/clashes/clash-rule.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'

export const rateTwins: ClashRule = {
  id: 'rates/same-day',
  tables: ['rates'],
  find: (db) =>
    doubledRows(db, {
      table: 'rates',
      index: 'rates_by_pair',
      columns: ['from_currency', 'to_currency', 'rate_on'],
      isLiving: 'r.deleted = 0',
      facts: ([from, to, day]) => ({ from: String(from), to: String(to), day: String(day) }),
    }),
  rows: rowsOf('rates'),
  mendings: [
    { id: 'keepNewest', keeps: 'newest', mend: removeOthers },
    { id: 'keepOne', mend: removeOthers },
  ],
}

function removeOthers({ update, touch }: Mender, { others }: ClashInHand): void {
  for (const id of others) update('rates', id, { deleted: 1 })
  touch('rates', others)
}
