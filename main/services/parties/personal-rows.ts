// Which rows tell of a party, and which of them stay when it is erased: what was issued is kept as long as the law asks.

import type { ReadDb } from '#main/db/database.ts'
import { type ErasedRow, isErased } from '#main/db/erase.ts'
import { idsOfParty } from '#main/services/parties/merged-parties.ts'
import type { Id } from '#shared/ids.ts'
import type { ErasedKind } from '#shared/schemas/erasure.ts'

type PersonalRows = {
  kind: ErasedKind
  table: string
  /** Ids of the rows of the party that `asked` holds, deleted ones included: nobody sees them, and they still tell. */
  sql: string
  /** Said by its document: kept unless asked for. */
  isDocument?: true
  /** Hidden once nothing is left in it. */
  isRemoved?: true
}

const orders =
  'SELECT id FROM sales_orders INDEXED BY sales_orders_by_customer WHERE customer_id = (SELECT id FROM asked)'
const papers = `SELECT id FROM papers INDEXED BY papers_by_party WHERE party_id = (SELECT id FROM asked)
  UNION SELECT p.id FROM (${orders}) o JOIN papers p INDEXED BY papers_by_record ON p.record_id = o.id AND p.record_kind = 'order'`

/** Rows of a table that hang on records: on the party, and on its orders. */
const onParty = (table: string) =>
  `SELECT id FROM ${table} INDEXED BY ${table}_by_record WHERE record_id = (SELECT id FROM asked) AND record_kind = 'party'`
const onOrders = (table: string) =>
  `SELECT r.id FROM (${orders}) o JOIN ${table} r INDEXED BY ${table}_by_record ON r.record_id = o.id AND r.record_kind = 'order'`

/** Contents that no record outside of `holders` shows, nor a product, nor the company. */
const contentsOnlyOf = (holders: string) =>
  `SELECT DISTINCT attachment_id AS id FROM record_attachments WHERE id IN (${holders})
   EXCEPT SELECT attachment_id FROM record_attachments
     WHERE attachment_id IN (SELECT attachment_id FROM record_attachments WHERE id IN (${holders})) AND id NOT IN (${holders})
   EXCEPT SELECT attachment_id FROM product_pictures
   EXCEPT SELECT logo_id FROM books EXCEPT SELECT stamp_id FROM books`

const ofParty = (table: string, owner: string) => `SELECT id FROM ${table} WHERE ${owner} = (SELECT id FROM asked)`
const answers = ofParty('quote_answers', 'supplier_id')
const certificateFiles = `SELECT r.id FROM certificates c JOIN record_attachments r INDEXED BY record_attachments_by_record
  ON r.record_id = c.id AND r.record_kind = 'certificate' WHERE c.party_id = (SELECT id FROM asked)`

/** Purchase orders from the party, what hangs on them and on what was decided of it, and what hangs on that. */
const purchases =
  'SELECT id FROM purchase_orders INDEXED BY purchase_orders_by_supplier WHERE supplier_id = (SELECT id FROM asked)'
const ofPurchases = (table: string) =>
  `SELECT r.id FROM (${purchases}) o JOIN ${table} r INDEXED BY ${table}_by_order ON r.order_id = o.id`
const claims = ofParty('claims', 'party_id')
const inspections = ofPurchases('inspections')
const purchaseRecords = [
  ['purchase', purchases],
  ['milestone', ofPurchases('milestones')],
  ['inspection', inspections],
  ['claim', claims],
  ['decision', ofParty('supplier_decisions', 'party_id')],
] as const
const onPurchases = (table: string) =>
  purchaseRecords
    .map(
      ([kind, ids]) => `SELECT r.id FROM (${ids}) o JOIN ${table} r INDEXED BY ${table}_by_record
        ON r.record_id = o.id AND r.record_kind = '${kind}'`,
    )
    .join(' UNION ')
const receiptLines = `SELECT l.id FROM (${ofPurchases('purchase_receipts')}) t
  JOIN purchase_receipt_lines l INDEXED BY purchase_receipt_lines_by_receipt ON l.receipt_id = t.id`
/** What was said of a receipt stands in its stock documents as well. */
const receiptDocuments = `SELECT d.id FROM (${ofPurchases('purchase_receipts')}) r JOIN purchase_receipts t ON t.id = r.id
  JOIN stock_documents d ON d.id IN (t.document_id, t.issue_id)`
const dispatches = `SELECT r.id FROM (${orders}) o JOIN dispatches r INDEXED BY dispatches_by_order ON r.order_id = o.id`
/** What was said of a dispatch stands in its stock document as well, the carrier's number among it. */
const dispatchDocuments = `SELECT t.document_id AS id FROM (${dispatches}) d JOIN dispatches t ON t.id = d.id
  WHERE t.document_id IS NOT NULL`
const findings = `SELECT f.id FROM (${inspections}) i
  JOIN inspection_findings f INDEXED BY inspection_findings_by_inspection ON f.inspection_id = i.id`
const payments =
  'SELECT id FROM payments INDEXED BY payments_by_party WHERE party_id = (SELECT id FROM asked) AND party_id IS NOT NULL'

const costs = `SELECT c.id FROM (${orders}) o JOIN sales_costs c INDEXED BY sales_costs_by_order ON c.order_id = o.id
  UNION SELECT id FROM sales_costs INDEXED BY sales_costs_by_party WHERE party_id = (SELECT id FROM asked) AND party_id IS NOT NULL`

/** To or from the party, or, where they name nobody, with goods of its orders. */
const shipments = `SELECT id FROM shipments INDEXED BY shipments_by_party
    WHERE party_id = (SELECT id FROM asked) AND party_id IS NOT NULL
  UNION SELECT s.id FROM (${orders}) o JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id
    JOIN shipment_lines x INDEXED BY shipment_lines_by_order_line ON x.order_line_id = l.id
    JOIN shipments s ON s.id = x.shipment_id WHERE s.party_id IS NULL`
const ofShipments = (table: string) =>
  `SELECT r.id FROM (${shipments}) s JOIN ${table} r INDEXED BY ${table}_by_shipment ON r.shipment_id = s.id`
const onShipments = (table: string) =>
  `SELECT r.id FROM (${shipments}) s JOIN ${table} r INDEXED BY ${table}_by_record
    ON r.record_id = s.id AND r.record_kind = 'shipment'`
/** What was said on the way of each, and who signed for it. */
const shipmentTables = [
  ...['shipment_lines', 'parcels', 'shipment_legs', 'shipment_charges', 'customs_entries', 'shipment_events'],
]

const tasks = `${onParty('tasks')} UNION ${onOrders('tasks')} UNION ${onPurchases('tasks')} UNION ${onShipments('tasks')}`

const orderFiles = ['record_attachments']
  .flatMap((table) => [onOrders(table), onPurchases(table), onShipments(table)])
  .join(' UNION ')

const rowsOfParty: readonly PersonalRows[] = [
  { kind: 'party', table: 'parties', sql: 'SELECT id FROM asked' },
  {
    kind: 'keys',
    table: 'source_keys',
    sql: "SELECT id FROM source_keys WHERE record_id = (SELECT id FROM asked) AND kind IN ('customer', 'supplier', 'carrier')",
  },
  {
    kind: 'contacts',
    table: 'contacts',
    sql: 'SELECT id FROM contacts WHERE party_id = (SELECT id FROM asked)',
    isRemoved: true,
  },
  {
    kind: 'addresses',
    table: 'addresses',
    sql: 'SELECT id FROM addresses WHERE party_id = (SELECT id FROM asked)',
    isRemoved: true,
  },
  {
    kind: 'bankAccounts',
    table: 'bank_accounts',
    sql: 'SELECT id FROM bank_accounts WHERE party_id = (SELECT id FROM asked)',
    isRemoved: true,
  },
  { kind: 'supply', table: 'certificates', sql: ofParty('certificates', 'party_id') },
  { kind: 'supply', table: 'admission_items', sql: ofParty('admission_items', 'party_id') },
  { kind: 'supply', table: 'supply_status_changes', sql: ofParty('supply_status_changes', 'party_id') },
  { kind: 'supply', table: 'offers', sql: ofParty('offers', 'supplier_id') },
  { kind: 'supply', table: 'quote_answers', sql: answers },
  {
    kind: 'supply',
    table: 'quote_answer_lines',
    sql: `SELECT id FROM quote_answer_lines WHERE answer_id IN (${answers})`,
  },
  { kind: 'supply', table: 'supplier_judgements', sql: ofParty('supplier_judgements', 'party_id') },
  { kind: 'supply', table: 'grade_exceptions', sql: ofParty('grade_exceptions', 'party_id') },
  { kind: 'supply', table: 'supplier_decisions', sql: ofParty('supplier_decisions', 'party_id') },
  { kind: 'orders', table: 'sales_orders', sql: orders },
  { kind: 'orders', table: 'dispatches', sql: dispatches },
  { kind: 'orders', table: 'stock_documents', sql: dispatchDocuments },
  { kind: 'purchases', table: 'purchase_orders', sql: purchases },
  { kind: 'purchases', table: 'purchase_lines', sql: ofPurchases('purchase_lines') },
  { kind: 'purchases', table: 'purchase_receipts', sql: ofPurchases('purchase_receipts') },
  { kind: 'purchases', table: 'purchase_receipt_lines', sql: receiptLines },
  { kind: 'purchases', table: 'stock_documents', sql: receiptDocuments },
  { kind: 'purchases', table: 'milestones', sql: ofPurchases('milestones') },
  { kind: 'purchases', table: 'inspections', sql: inspections },
  { kind: 'purchases', table: 'inspection_findings', sql: findings },
  { kind: 'purchases', table: 'claims', sql: claims },
  { kind: 'shipments', table: 'shipments', sql: shipments },
  ...shipmentTables.map((table) => ({ kind: 'shipments' as const, table, sql: ofShipments(table) })),
  // What left by a shipment without an order, and what was asked of its carrier.
  ...['stock_documents', 'claims'].map((table) => ({ kind: 'shipments' as const, table, sql: ofShipments(table) })),
  { kind: 'consents', table: 'consents', sql: ofParty('consents', 'party_id'), isRemoved: true },
  { kind: 'messages', table: 'messages', sql: ofParty('messages', 'party_id'), isRemoved: true },
  // That a letter was written, and about how much, stays with the orders it was about.
  { kind: 'letters', table: 'dunning_letters', sql: ofParty('dunning_letters', 'party_id') },
  { kind: 'orders', table: 'sales_costs', sql: costs },
  { kind: 'payments', table: 'payments', sql: payments, isDocument: true },
  {
    kind: 'notes',
    table: 'notes',
    sql: `${onParty('notes')} UNION ${onOrders('notes')} UNION ${onPurchases('notes')} UNION ${onShipments('notes')}`,
    isRemoved: true,
  },
  { kind: 'tasks', table: 'tasks', sql: tasks, isRemoved: true },
  { kind: 'tasks', table: 'task_items', sql: `SELECT id FROM task_items WHERE task_id IN (${tasks})`, isRemoved: true },
  { kind: 'files', table: 'record_attachments', sql: onParty('record_attachments'), isRemoved: true },
  { kind: 'files', table: 'record_attachments', sql: certificateFiles, isRemoved: true },
  {
    kind: 'files',
    table: 'attachments',
    sql: contentsOnlyOf(`${onParty('record_attachments')} UNION ${certificateFiles}`),
  },
  {
    kind: 'orderFiles',
    table: 'record_attachments',
    sql: orderFiles,
    isDocument: true,
    isRemoved: true,
  },
  {
    kind: 'orderFiles',
    table: 'attachments',
    sql: contentsOnlyOf(`${onParty('record_attachments')} UNION ${certificateFiles} UNION ${orderFiles}`),
    isDocument: true,
  },
  { kind: 'papers', table: 'papers', sql: papers, isDocument: true },
  {
    kind: 'papers',
    table: 'paper_contents',
    sql: `SELECT content_id AS id FROM papers WHERE id IN (${papers})
      EXCEPT SELECT content_id FROM papers WHERE id NOT IN (${papers})`,
    isDocument: true,
  },
  {
    kind: 'versions',
    table: 'document_versions',
    sql: `${onOrders('document_versions')} UNION ${onPurchases('document_versions')}`,
    isDocument: true,
  },
]

export const tablesOfParty = [...new Set(rowsOfParty.map(({ table }) => table))]

export type FoundRow = ErasedRow & Pick<PersonalRows, 'kind' | 'isRemoved' | 'isDocument'>

/** The rows that tell of a party, or of one that was merged into it, and are not erased yet. */
export function personalRows(db: ReadDb, partyId: Id): FoundRow[] {
  const found = idsOfParty(db, partyId).flatMap((id) => rowsOf(db, id))
  const seen = new Set<string>()
  return found.filter(({ table, id }) => {
    if (id === null || seen.has(`${table} ${id}`) || isErased(db, table, id)) return false
    seen.add(`${table} ${id}`)
    return true
  })
}

function rowsOf(db: ReadDb, partyId: Id): FoundRow[] {
  return rowsOfParty.flatMap(({ kind, table, sql, isRemoved, isDocument }) =>
    db
      .raw(`WITH asked (id) AS (VALUES (?)) ${sql}`, partyId)
      .map(([id]) => ({ kind, table, id: id as Id, isRemoved, isDocument })),
  )
}
