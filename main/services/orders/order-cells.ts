// The cells of the order list that can be changed where they stand. Number, currency, rate and lines belong to the order's
// own page: they hang together. How far an order has come, its steps say.
import { readMoney } from '#main/domain/import/cells/read-money.ts'
import { readOrderPurpose } from '#main/domain/import/cells/read-words.ts'
import { choiceCell, dayCell, expected, referenceCell, textCell } from '#main/services/lists/cell-columns.ts'
import { type CellList, type CellRow, type EditableColumn, refused, rowsOf } from '#main/services/lists/cell-list.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { findParties } from '#main/services/parties/party-cells.ts'
import { trimZeros, unitsOrNull } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'
import { orderInput } from '#shared/schemas/orders.ts'

/** Freight is in the order's own currency: another one in the cell is refused. */
const freight: EditableColumn = {
  reads: ['freight_minor', 'currency'],
  text: (row) => (row.freight_minor === null ? '' : `${freightOf(row)} ${row.currency}`),
  canBeEmpty: true,
  readsBy: 'decimal',
  amount: {
    of: freightOf,
    places: (row) => currencyDigits(String(row.currency)),
    text: (amount, row) => `${amount} ${row.currency}`,
  },
  read: (text, { reading, row }) => {
    if (text.trim() === '') return { patch: { freight_minor: null } }
    const cell = readMoney(text, reading.decimal)
    if ('expected' in cell) return expected(cell.expected, text)
    const { amount, currency, couldBe } = cell.value
    const own = String(row.currency)
    if (amount.startsWith('-')) return expected('not-negative', text)
    const isOther = currency !== null ? currency !== own : couldBe.length > 0 && !couldBe.includes(own)
    if (isOther) return refused('cells/other-currency', { text, currency: own })
    const places = currencyDigits(own)
    const decimals = trimZeros(amount).split('.')[1]?.length ?? 0
    if (decimals > places) return refused('cells/too-many-decimals', { text, currency: own, places: String(places) })
    const minor = unitsOrNull(amount, places)
    return minor === null ? refused('cells/too-large', { text }) : { patch: { freight_minor: minor } }
  },
}

function freightOf(row: CellRow): string | null {
  return row.freight_minor === null ? null : minorToDecimal(Number(row.freight_minor), String(row.currency))
}

export const orderCells: CellList = {
  table: 'sales_orders',
  columns: {
    customer: referenceCell(
      { id: 'customer_id', name: 'customer' },
      { find: (text, context) => findParties(context, 'customer', text), unknown: 'known-customer' },
    ),
    purpose: choiceCell('purpose', readOrderPurpose),
    requiredOn: dayCell('required_on'),
    carrier: referenceCell(
      { id: 'carrier_id', name: 'carrier' },
      { find: (text, context) => findParties(context, 'carrier', text), unknown: 'known-carrier' },
    ),
    freight,
    note: textCell('note', orderInput.shape.note),
  },
  keys: [['number'], ['externalId']],
  rows: rowsOf({
    table: 'sales_orders',
    own: ['number'],
    // What is over, or was issued, is not changed any more.
    where:
      "(r.document = 'order' OR r.status = 'draft') AND (r.is_history = 1 OR r.status NOT IN ('closed', 'cancelled'))",
    added: {
      customer: "coalesce((SELECT p.name FROM parties p WHERE p.id = r.customer_id), '')",
      carrier: "coalesce((SELECT p.name FROM parties p WHERE p.id = r.carrier_id), '')",
    },
  }),
  nameOf: (row) => String(row.number),
  allKeys: (db, [key]) =>
    db.raw(`SELECT id, ${key === 'number' ? 'number' : 'external_id'} FROM live_sales_orders`) as [Id, string][],
  foldKey: (_column, text) => text.trim(),
  settle: (tx, ids, columns) => {
    if (columns.has('required_on') || columns.has('freight_minor')) settleOrders(tx, ids)
  },
}
