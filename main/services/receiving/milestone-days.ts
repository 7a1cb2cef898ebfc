// Milestones that are not reached yet, on the day that they are planned for: they open their order.
import type { ReadDb } from '#main/db/database.ts'
import { type CalendarSource, rowsOf, type SourceEntry, stateOf } from '#main/services/calendar/calendar-source.ts'
import type { Id } from '#shared/ids.ts'

type Row = { id: Id; orderId: Id; number: string; title: string; supplier: string; supplierZh: string; isOver: number }

const select = `SELECT r.id, r.order_id AS orderId, o.number, r.title, coalesce(s.name, '') AS supplier,
  coalesce(s.name_zh, '') AS supplierZh, o.deleted = 1 OR o.archived = 1 OR o.status IN ('closed', 'cancelled') AS isOver
  FROM milestones r JOIN purchase_orders o ON o.id = r.order_id LEFT JOIN parties s ON s.id = o.supplier_id`

export const milestoneSource: CalendarSource = {
  kind: 'milestoneDue',
  from: 'milestones r INDEXED BY milestones_waiting',
  day: 'r.planned_on',
  where: 'r.planned_on IS NOT NULL AND r.actual_on IS NULL AND r.deleted = 0',
  entries: (db: ReadDb, ids): SourceEntry[] =>
    rowsOf<Row>(db, select, ids).flatMap(({ id, orderId, number, title, supplier, supplierZh, isOver }) =>
      isOver === 1
        ? []
        : {
            id,
            title: [number, title].filter(Boolean).join(' · '),
            detail: supplier,
            detailZh: supplierZh,
            state: stateOf(false),
            record: { kind: 'purchase', id: orderId },
          },
    ),
}
