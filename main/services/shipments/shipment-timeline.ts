// What a timeline tells of shipments: of an order, a purchase order or a party those of its shipments. That goods of an order
// left is told by the dispatch already.
import { makerSql } from '#main/services/history/row-makers.ts'
import { ownIdsSql } from '#main/services/parties/merged-parties.ts'
import { changedTo, type TimelineEvent, type TimelineSource } from '#main/services/timeline/timeline-source.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { TimelineShipment } from '#shared/schemas/timeline.ts'

type Owner = 'order' | 'purchase' | 'party'

/** The shipments of a record, each once; one `?` for the record. */
const shipmentsOf: Record<Owner, string> = {
  order: `SELECT DISTINCT x.shipment_id AS id FROM order_lines l INDEXED BY order_lines_by_order
    CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_order_line ON x.order_line_id = l.id
    WHERE l.order_id = ? AND x.deleted = 0`,
  purchase: `SELECT DISTINCT x.shipment_id AS id FROM purchase_lines l INDEXED BY purchase_lines_by_order
    CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_purchase_line ON x.purchase_line_id = l.id
    WHERE l.order_id = ? AND x.deleted = 0`,
  party: `SELECT s.id FROM shipments s INDEXED BY shipments_by_party WHERE s.party_id IN (${ownIdsSql})`,
}

const isOwner = (kind: string): kind is Owner => kind in shipmentsOf

const told = "'import_hold', 'delivered', 'returned', 'lost', 'destroyed'"

const noDispatch = `NOT EXISTS (SELECT 1 FROM dispatches t INDEXED BY dispatches_by_shipment
  WHERE t.shipment_id = r.id AND t.shipment_id IS NOT NULL)`

/** What one step said of several parcels of a shipment is said once. */
const heardSql = (own: string) => `SELECT operation_id, what, min(ref) AS ref FROM (
    SELECT ${makerSql('e.id')} AS operation_id, e.state AS what, e.id AS ref, e.shipment_id
    FROM (${own}) k CROSS JOIN shipments r ON r.id = k.id
    CROSS JOIN shipment_events e INDEXED BY shipment_events_by_shipment ON e.shipment_id = r.id
    WHERE r.deleted = 0 AND e.deleted = 0 AND e.state IN (${told}))
  GROUP BY operation_id, what, shipment_id`

const sentSql = (own: string) => `SELECT c.operation_id, iif(${changedTo('status')} = 'sent', 'sent', NULL), r.id
  FROM (${own}) k CROSS JOIN shipments r ON r.id = k.id
  CROSS JOIN changes c INDEXED BY changes_by_row ON c.table_name = 'shipments' AND c.row_id = r.id
  WHERE r.deleted = 0 AND r.status = 'sent' AND ${noDispatch}`

/** Made by a file, or to bring something back: it was sent from its first moment. */
const bornSentSql = (own: string) => `SELECT ${makerSql('r.id')}, 'sent', r.id
  FROM (${own}) k CROSS JOIN shipments r ON r.id = k.id
  WHERE r.deleted = 0 AND r.status = 'sent' AND ${noDispatch}
    AND NOT EXISTS (SELECT 1 FROM changes c INDEXED BY changes_by_row WHERE c.table_name = 'shipments'
      AND c.row_id = r.id AND c.after ->> '$.status' = 'sent')`

export const shipmentTimeline: TimelineSource = {
  kind: 'shipment',
  events({ kind, id }) {
    if (!isOwner(kind)) return null
    const own = shipmentsOf[kind]
    return {
      sql: [heardSql(own), sentSql(own), bornSentSql(own)].map((sql) => `SELECT * FROM (${sql})`).join(' UNION ALL '),
      params: [id, id, id],
    }
  },
  contents(db, _record, events) {
    const [sent, heard] = [events.filter(isSending), events.filter((event) => !isSending(event))]
    type Row = Omit<TimelineShipment, 'what'> & { ref: Id }
    const rows = db.all<Row>(
      `SELECT s.id AS ref, s.id, s.number, s.sent_on AS "on", '' AS place, s.kind AS shipmentKind, 0 AS isHeard
       FROM shipments s WHERE s.id IN (SELECT value FROM json_each(?))
       UNION ALL SELECT e.id, s.id, s.number, substr(e.local_time, 1, 10), e.place, s.kind, 1
       FROM shipment_events e JOIN shipments s ON s.id = e.shipment_id WHERE e.id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(sent.map(({ ref }) => ref)),
      JSON.stringify(heard.map(({ ref }) => ref)),
    ) as (Row & { on: Day | null; isHeard: number })[]
    return events.map((event) => {
      const row = rows.find((one) => one.ref === event.ref && (one.isHeard === 0) === isSending(event))
      // Rows are never physically deleted, and the events were read from them in the same transaction.
      if (!row) throw new Error(`no row ${event.ref} for ${event.what}`)
      const { id, number, on, place, shipmentKind } = row
      return { kind: 'shipment', what: event.what as TimelineShipment['what'], id, number, on, place, shipmentKind }
    })
  },
}

const isSending = ({ what }: TimelineEvent): boolean => what === 'sent'
