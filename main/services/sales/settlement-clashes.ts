// Payouts that two copies each read.
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import type { ClashRule } from '#main/services/clashes/clash-rule.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'
import { removeSettlements, unpostSettlement } from '#main/services/sales/settlement-commands.ts'

/** One settlement of a channel, there twice: its fees would count twice, and its payment too where both booked it. */
export const settlementTwins: ClashRule = {
  id: 'settlements/same-id',
  tables: ['settlements'],
  find: (db) =>
    doubledRows(db, {
      table: 'settlements',
      index: 'settlements_by_external_id',
      columns: ['channel', 'external_id'],
      isLiving: 'r.deleted = 0',
      facts: ([channel, id]) => ({ channel: String(channel), id: String(id) }),
    }),
  rows: rowsOf('settlements'),
  mendings: [
    {
      id: 'keepOne',
      mend({ tx, touch }, { others }) {
        for (const id of others) {
          const posted = tx.get('SELECT 1 FROM live_settlements WHERE id = ? AND payment_id IS NOT NULL', id)
          if (posted) unpostSettlement(tx, { id, note: '' })
          removeSettlements(tx, [id])
          touch('settlements', [id])
        }
      },
    },
  ],
}
