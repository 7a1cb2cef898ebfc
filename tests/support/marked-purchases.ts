// Marks in every text of buying: a supplier admitted, asked, ordered from, received from, paid and judged.
import type { WriteTx } from '#main/db/database.ts'
import { settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import type { Id } from '#shared/ids.ts'
import { markedRow, type Values } from '#tests/support/marked-book.ts'

type Known = Record<'product' | 'supplier' | 'order' | 'person', Id>

/** Gives the tables that hold a row now. */
export function markedPurchases(tx: WriteTx, { product, supplier, person }: Known): string[] {
  const made: string[] = []
  const add = (table: string, given: Values) => {
    made.push(table)
    return markedRow(tx, table, given)
  }
  const party_id = supplier
  const product_id = product
  const rate = { rate: '1.1', rate_on: '2026-11-02' }
  add('party_tags', { party_id })
  add('supply_status_changes', { party_id, status: 'approved', person_id: person })
  add('certificates', { party_id })
  add('admission_items', { party_id, position: 1, state: 'passed', person_id: person })
  add('supply_settings', {})
  const request_id = add('quote_requests', {})
  const line_id = add('quote_request_lines', { request_id, position: 1, product_id, sales_line_id: null })
  const answer_id = add('quote_answers', { request_id, supplier_id: supplier, ...rate })
  add('quote_answer_lines', { answer_id, line_id })
  const offer_id = add('offers', { supplier_id: supplier, product_id, answer_id })
  add('offer_prices', { offer_id })
  const order_id = add('purchase_orders', { supplier_id: supplier, warehouse_id: 1, answer_id, ...rate })
  const bought = add('purchase_lines', { order_id, position: 1, product_id, sales_line_id: null })
  const receipt_id = add('purchase_receipts', { order_id, document_id: null, issue_id: null })
  add('purchase_receipt_lines', { receipt_id, line_id: bought, movement_id: null })
  add('milestones', { order_id, position: 1, kind: 'ready' })
  const inspection_id = add('inspections', { order_id, line_id: bought, receipt_id, kind: 'final' })
  add('inspection_findings', { inspection_id, position: 1, severity: 'major', pieces: 1 })
  add('claims', { party_id, order_id, receipt_id, kind: 'quality', status: 'settled' })
  const paid = { direction: 'out', party_id, base_minor: 5_000_000, reverses_id: null, ...rate }
  const payment_id = add('payments', paid)
  add('payment_shares', { payment_id, purchase_order_id: order_id, sales_order_id: null, reverses_id: null })
  add('supplier_judgements', { party_id, dimension: 'quality', score: 80, person_id: person })
  const run_id = add('score_runs', { person_id: person })
  add('score_run_items', { run_id, party_id })
  add('grade_exceptions', { party_id, person_id: person })
  add('supplier_decisions', { party_id, run_id, decided: 'keep', person_id: person })
  // Written past the commands: what follows from the rows is worked out as they would.
  settlePurchases(tx, 'all')
  return made
}
