// Entries of the stock ledger on the timeline of their product.
import { makerSql } from '#main/services/history/row-makers.ts'
import { contentsByRow, idsOf, type TimelineSource } from '#main/services/timeline/timeline-source.ts'
import type { TimelineMovement } from '#shared/schemas/timeline.ts'

export const stockTimeline: TimelineSource = {
  kind: 'stock',
  events: ({ kind, id }) =>
    kind === 'product'
      ? {
          sql: `SELECT ${makerSql('r.id')}, 'moved', r.id
            FROM stock_movements r INDEXED BY stock_movements_by_product WHERE r.product_id = ?`,
          params: [id],
        }
      : null,
  contents(db, _record, events) {
    const rows = db.all<TimelineMovement>(
      `SELECT id, kind, qty_milli / 1000.0 AS quantity, moved_on AS movedOn, note FROM stock_movements
       WHERE id IN (SELECT value FROM json_each(?))`,
      idsOf(events),
    )
    return contentsByRow(events, rows, (movement) => ({ kind: 'stock', movements: [movement] }))
  },
}
