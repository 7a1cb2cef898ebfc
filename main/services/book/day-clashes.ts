// A day that two copies made special, each in its own way.

import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, updateOthers } from '#main/services/clashes/clash-rule.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'

export const dayTwins: ClashRule = {
  id: 'days/same-day',
  tables: ['special_days'],
  find: (db) =>
    doubledRows(db, {
      table: 'special_days',
      index: 'special_days_by_day',
      columns: ['day_on'],
      isLiving: 'r.deleted = 0',
      facts: ([day]) => ({ day: String(day) }),
    }),
  rows: rowsOf('special_days'),
  mendings: [
    {
      id: 'keepNewest',
      keeps: 'newest',
      mend: updateOthers('special_days', { deleted: 1 }),
    },
    {
      id: 'keepOne',
      mend: updateOthers('special_days', { deleted: 1 }),
    },
  ],
}
