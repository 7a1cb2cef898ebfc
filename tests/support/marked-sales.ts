// Selling in a book full of marks: channels, an order that is sent and credited, a settlement, costs, letters, consents.
import type { WriteTx } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'
import { markedRow, type Values } from '#tests/support/marked-book.ts'

type Known = { customer: Id; both: Id; product: Id; order: Id; line: Id; person: Id; carrier: Id }

/** Fills every table of selling; gives the tables. */
export function markedSales(tx: WriteTx, known: Known): string[] {
  const made: string[] = []
  const add = (table: string, given: Values) => {
    made.push(table)
    return markedRow(tx, table, given)
  }
  const { customer: party_id, product: product_id, order: order_id, line: line_id, person: person_id } = known
  add('sales_settings', {})
  add('consents', { party_id, purpose: 'email', state: 'given', person_id })
  add('messages', { party_id, order_id, person_id })
  add('distinct_parties', { first_id: party_id, second_id: known.both })
  add('channels', { warehouse_id: null })
  add('channel_skus', { product_id })
  const dispatch_id = add('dispatches', { order_id, document_id: null, carrier_id: known.carrier })
  add('dispatch_lines', { dispatch_id, line_id, qty_milli: 1000 })
  const settlement_id = add('settlements', { payment_id: null })
  const settlement_line_id = add('settlement_lines', { settlement_id, position: 1, order_id, line_id, product_id })
  add('sales_costs', { order_id, product_id, kind: 'freight', settlement_line_id, party_id })
  const paid = { direction: 'in', party_id, reverses_id: null, method: 'transfer', rate: '1', base_minor: 700 }
  const payment_id = add('payments', { ...paid, amount_minor: 700, currency: 'USD' })
  const share = { payment_id, purchase_order_id: null, sales_order_id: order_id, reverses_id: null, currency: 'USD' }
  add('payment_shares', { ...share, order_minor: 700, payment_minor: 700 })
  const letter_id = add('dunning_letters', { party_id, step: 1 })
  add('dunning_items', { letter_id, order_id })
  return made
}
