// A book in which every text column of every followed table holds a text of its own, so that a search of a file tells which
// of them are in it; with customers, suppliers and those who are both.
import { createHash } from 'node:crypto'
import type { WriteTx } from '#main/db/database.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'
import { columnsOfTable } from '#main/services/copies/copy-tables.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { keptForm } from '#main/services/papers/paper-contents.ts'
import { settleStock } from '#main/services/stock/settle-balances.ts'
import type { Id } from '#shared/ids.ts'
import { markedPurchases } from '#tests/support/marked-purchases.ts'
import { markedSales } from '#tests/support/marked-sales.ts'
import { markedShipping } from '#tests/support/marked-shipping.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

/** The text that stands in a column of one row: `zq` occurs nowhere else. */
export const markOf = (table: string, column: string, row = '') => `zq${row}${table}${column}`.replaceAll('_', '')

const references: Readonly<Record<string, string>> = {
  party_id: 'parties',
  customer_id: 'parties',
  carrier_id: 'parties',
  supplier_id: 'parties',
  product_id: 'products',
  kit_id: 'products',
  category_id: 'categories',
  warehouse_id: 'warehouses',
  order_id: 'sales_orders',
  attachment_id: 'attachments',
  content_id: 'paper_contents',
  version_id: 'document_versions',
  task_id: 'tasks',
}

/** Texts that only some words are allowed for, or that other things depend on. */
const fixed: Readonly<Record<string, string | number | Uint8Array>> = {
  currency: 'EUR',
  price_currency: 'EUR',
  cost_currency: 'EUR',
  from_currency: 'EUR',
  to_currency: 'USD',
  country: 'DE',
  ship_to_country: 'DE',
  language: 'en',
  page_size: 'A4',
  rate: '1.1',
  unit: 'pcs',
  record_kind: 'product',
  repeat_unit: 'month',
  supply_kind: 'factory',
  mode: 'sea',
  freight_word: 'included',
  weight_word: 'separate',
  method: 'transfer',
  remedy: 'credit',
  level: 'II',
  proposed: 'keep',
  customer_kind: 'company',
  credit_action: 'warn',
  credit_currency: 'EUR',
  credit_reason: 'return',
  goods_back: '',
  card_country: 'DE',
}

export type Values = Record<string, string | number | null | Uint8Array>

/** A row with a mark in every free text column. */
export function markedRow(tx: WriteTx, table: string, given: Values, row = ''): Id {
  const values: Values = {}
  for (const column of columnsOfTable(tx, table)) {
    const { name, type } = column
    if (name === 'id' || name === 'salt' || tableList[table]?.derived?.includes(name)) continue
    if (name in given) values[name] = given[name] ?? null
    else if (name in fixed && !(table === 'papers' && name === 'record_kind')) values[name] = fixed[name] ?? null
    else if (/_on$/.test(name) && type === 'TEXT') values[name] = '2026-11-02'
    else if (type === 'TEXT' && column.dflt_value?.match(/^'[a-z]/)) continue
    else if (type === 'TEXT') values[name] = markOf(table, name, row)
    else if (type === 'BLOB') values[name] = Buffer.from(markOf(table, name, row))
    else if (/_(milli|minor|micros|grams|mm)$/.test(name)) values[name] = 5_000_000
  }
  return tx.insert(table, values)
}

export type MarkedBook = TestBook & { ids: Record<string, Id> }

export function markedBook(file?: string): MarkedBook {
  const book = testBook(file ? { file } : {})
  const ids = book.write((tx) => fill(tx))
  return { ...book, ids }
}

function fill(tx: WriteTx): Record<string, Id> {
  const party = (row: string, roles: Record<string, number>) => {
    const id = markedRow(tx, 'parties', roles, row)
    for (const table of ['contacts', 'addresses', 'bank_accounts'])
      markedRow(tx, table, { party_id: id, kind: 'main' }, row)
    return id
  }
  const customer = party('cus', { is_customer: 1 })
  const supplier = party('sup', { is_supplier: 1 })
  const both = party('both', { is_customer: 1, is_supplier: 1 })
  const carrier = party('car', { is_carrier: 1 })
  const nobody = party('nob', {})
  const category = markedRow(tx, 'categories', {})
  const product = markedRow(tx, 'products', { category_id: category, supplier_id: supplier, parent_id: null })
  const part = markedRow(tx, 'products', { category_id: category, supplier_id: both, parent_id: null }, 'part')
  const bytes = Buffer.from(markOf('attachments', 'content'))
  const hash = createHash('sha256').update(bytes).digest('hex')
  const attachment = markedRow(tx, 'attachments', { content: bytes, size: bytes.length, hash })
  const order = markedRow(tx, 'sales_orders', { customer_id: customer, carrier_id: carrier, status: 'confirmed' })
  const line = markedRow(tx, 'order_lines', { order_id: order, product_id: product, position: 1 })
  const version = markedRow(tx, 'document_versions', {
    record_kind: 'order',
    record_id: order,
    version: 1,
    cause: 'sent',
    snapshot: JSON.stringify({ customer: markOf('document_versions', 'snapshot') }),
  })
  const data = JSON.stringify({ title: markOf('paper_contents', 'data') })
  const page = keptForm({ template: markOf('paper_contents', 'template'), data, html: '<p>page</p>' })
  const content = markedRow(tx, 'paper_contents', page)
  const person = markedRow(tx, 'people', {})
  const given: Record<string, Values> = {
    company_numbers: { kind: 'vat' },
    kit_parts: { kit_id: product, part_id: part },
    product_barcodes: { product_id: product },
    product_pictures: { product_id: product, attachment_id: attachment },
    source_keys: { kind: 'customer', record_id: customer },
    papers: { record_kind: 'order', record_id: order, version_id: version, party_id: customer, content_id: content },
    tasks: { person_id: person, record_id: order, record_kind: 'order', repeat_until: null, follows_id: null },
    task_items: { task_id: 0, position: 1 },
    notes: { record_id: product },
    record_attachments: { record_id: product, attachment_id: attachment },
    alert_marks: { record_id: product, state: 'done', until_on: null },
    alert_settings: { days: 3 },
    saved_views: { person_id: person },
    undoings: { operation_id: 1 },
    erasures: { row_id: 1 },
    rates: {},
    special_days: {},
    import_mappings: {},
    paper_templates: {},
    clash_marks: {},
    expected_goods: { product_id: product, warehouse_id: 1, supplier_id: supplier },
    demand_overrides: { product_id: product },
    planning_settings: {},
  }
  const done = new Set(['books', 'parties', 'contacts', 'addresses', 'bank_accounts', 'categories', 'products'])
  for (const table of ['attachments', 'sales_orders', 'order_lines', 'document_versions', 'paper_contents', 'people'])
    done.add(table)
  for (const table of markedStock(tx, { product, supplier, order })) done.add(table)
  for (const table of markedPurchases(tx, { product, supplier, order, person })) done.add(table)
  for (const table of markedSales(tx, { customer, both, product, order, line, person, carrier })) done.add(table)
  for (const table of markedShipping(tx, { customer, carrier, product, line })) done.add(table)
  let task = 0
  for (const table of followedTables) {
    if (done.has(table) || table === 'task_items' || table === 'erasures') continue
    const id = markedRow(tx, table, given[table] ?? referencesOf(tx, table, { product, order, attachment }))
    if (table === 'tasks') task = id
  }
  markedRow(tx, 'task_items', { task_id: task, position: 1 })
  settleOrders(tx, [order])
  settleStock(tx)
  tx.run("INSERT INTO drafts (form, content, saved_at) VALUES ('orders/new', ?, 1)", markOf('drafts', 'content'))
  return { customer, supplier, both, carrier, nobody, product, order, person }
}

/** A place, its ledger with a cost that came later, a count, a closing and a run of classes; gives the tables. */
function markedStock(tx: WriteTx, { product, supplier, order }: Record<string, Id>): string[] {
  const made: string[] = []
  const add = (table: string, given: Values) => {
    made.push(table)
    return markedRow(tx, table, given)
  }
  const warehouse_id = add('warehouses', {})
  const bin_id = add('bins', { warehouse_id })
  const product_id = product ?? null
  const batch_id = add('batches', { product_id })
  const place = { warehouse_id, to_warehouse_id: null }
  const document_id = add('stock_documents', {
    ...place,
    kind: 'receipt',
    party_id: supplier ?? null,
    order_id: order ?? null,
  })
  const where = { product_id, warehouse_id, bin_id, batch_id, document_id }
  const movement_id = add('stock_movements', { ...where, kind: 'receipt', reverses_id: null, origin_id: null })
  const charge = { document_id, kind: 'freight', split_by: 'value', party_id: supplier ?? null, reverses_id: null }
  const landed_cost_id = add('landed_costs', charge)
  add('landed_cost_shares', { landed_cost_id, movement_id })
  add('told_costs', { movement_id })
  const count_id = add('stock_counts', { warehouse_id, document_id: null })
  add('stock_count_lines', { count_id, product_id, batch_id, bin_id, position: 1 })
  const closing_id = add('period_closings', {})
  add('closed_values', { closing_id, movement_id })
  const run_id = add('class_runs', {})
  add('class_run_items', { run_id, product_id, abc: 'A', xyz: 'X', raw_abc: 'A', raw_xyz: 'X' })
  return made
}

/** A table that came later: its references are filled by their names. */
function referencesOf(tx: WriteTx, table: string, known: Record<string, Id>): Record<string, Id> {
  const names = columnsOfTable(tx, table).map(({ name }) => name)
  const byTable: Record<string, Id | undefined> = {
    products: known.product,
    sales_orders: known.order,
    attachments: known.attachment,
  }
  return Object.fromEntries(
    names.flatMap((name) => {
      const id = byTable[references[name] ?? '']
      return id === undefined ? [] : [[name, id]]
    }),
  )
}
