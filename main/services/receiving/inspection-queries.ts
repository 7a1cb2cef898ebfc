// Inspections with the plan that their lot asks for and the verdict of what was found.
import type { ReadDb } from '#main/db/database.ts'
import type { InspectionsTable } from '#main/db/tables.ts'
import { planFor, verdictOf } from '#main/domain/inspection/inspection-verdict.ts'
import { livingInspection } from '#main/services/receiving/inspection-commands.ts'
import type { Id } from '#shared/ids.ts'
import type { Finding, Inspection, InspectionPlan, InspectionPlanInput } from '#shared/schemas/inspections.ts'

type Row = InspectionsTable & { orderNumber: string; lineSku: string }

const select = `SELECT i.*, coalesce(o.number, '') AS orderNumber, coalesce(p.sku, '') AS lineSku
  FROM live_inspections i LEFT JOIN purchase_orders o ON o.id = i.order_id LEFT JOIN purchase_lines l ON l.id = i.line_id
  LEFT JOIN products p ON p.id = l.product_id`

/** The newest first. */
export function inspectionsOf(db: ReadDb, orderId: Id): Inspection[] {
  const rows = db.all<Row>(`${select} WHERE i.order_id = ? ORDER BY i.inspected_on DESC, i.id DESC`, orderId)
  return rows.map((row) => inspectionFrom(db, row))
}

/** One, or `inspections/not-found`. */
export function getInspection(db: ReadDb, id: Id): Inspection {
  livingInspection(db, id)
  const row = db.get<Row>(`${select} WHERE i.id = ?`, id)
  if (!row) throw new Error('an inspection that is there and is not')
  return inspectionFrom(db, row)
}

/** What a plan asks for and what findings mean by it, of a form that is being filled in. */
export function inspectionPlan({ lot, findings, sampleSize, ...scheme }: InspectionPlanInput): InspectionPlan {
  const aqls = { critical: scheme.aqlCritical, major: scheme.aqlMajor, minor: scheme.aqlMinor }
  const plan = planFor(lot, { level: scheme.level, aqls })
  return { plan, verdict: verdictOf({ plan, sampleSize, findings }) }
}

function inspectionFrom(db: ReadDb, row: Row): Inspection {
  const findings = db.all<Finding & { id: Id }>(
    `SELECT id, defect, severity, pieces, note FROM live_inspection_findings WHERE inspection_id = ? ORDER BY position, id`,
    row.id,
  )
  const told = {
    lot: row.lot_milli === null ? null : row.lot_milli / 1000,
    level: row.level as Inspection['level'],
    aqlCritical: row.aql_critical as Inspection['aqlCritical'],
    aqlMajor: row.aql_major as Inspection['aqlMajor'],
    aqlMinor: row.aql_minor as Inspection['aqlMinor'],
    sampleSize: row.sample_size,
    findings,
  }
  return {
    id: row.id,
    orderId: row.order_id,
    orderNumber: row.orderNumber,
    lineId: row.line_id,
    lineSku: row.lineSku,
    receiptId: row.receipt_id,
    kind: row.kind as Inspection['kind'],
    on: row.inspected_on as Inspection['on'],
    inspector: row.inspector,
    result: row.result as Inspection['result'],
    note: row.note,
    archived: row.archived === 1,
    ...told,
    ...inspectionPlan(told),
  }
}
