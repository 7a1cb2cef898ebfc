// Purchase orders from a file: the head of each. What became of their goods is told by their lines.
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { applyColumns, type Columns, withDefaults } from '#main/services/import/loading/apply-columns.ts'
import {
  type LoadContext,
  type Loader,
  moneyOf,
  numberOf,
  problem,
  type Refused,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { partyFor } from '#main/services/import/loading/party-loader.ts'
import { badTerms, flagIn, ppmIn } from '#main/services/import/loading/supplier-terms.ts'
import { findWarehouse } from '#main/services/import/loading/warehouse-reference.ts'
import { tableRate } from '#main/services/rates/document-rate.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorFromDecimal } from '#shared/money.ts'

export function purchaseLoader(context: LoadContext): Loader {
  const base = baseCurrency(context.tx)
  return {
    take(row) {
      const taken = takePurchase(context, base, row)
      return 'problems' in taken ? taken : taken.outcome
    },
  }
}

export type TakenPurchase = { id: Id; outcome: 'new' | 'changed' | 'unchanged' } | Refused

/** Finds or makes the purchase order that a row describes, with what the row says of it. */
export function takePurchase(context: LoadContext, base: string, row: TypedRow): TakenPurchase {
  const externalId = textOf(row, 'externalId') ?? textOf(row, 'number')
  if (!externalId) return problem('externalId', '', 'required')
  const refused = badTerms(row)
  if (refused) return refused
  const references = purchaseReferences(context, row)
  if ('problems' in references) return references
  const known = findPurchase(context, externalId)
  const columns = { ...purchaseColumns(row), ...references.columns }
  if (known !== null) return changePurchase(context, known, { row, columns })
  return makePurchase(context, { base, row, externalId, columns })
}

type Change = { row: TypedRow; columns: Columns }

function changePurchase({ tx, touchedPurchases }: LoadContext, id: Id, { row, columns }: Change): TakenPurchase {
  const before = tx.get<Before>(
    'SELECT currency, status, is_history AS isHistory, ordered_on AS orderedOn FROM purchase_orders WHERE id = ?',
    id,
  )
  const currency = before?.currency ?? ''
  const foreign = foreignCurrency(row, currency)
  if (foreign) return foreign
  // How far an order of the book has come is told by what is done with it here.
  const isNews = before?.isHistory === 1 && before.status !== textOf(row, 'status')
  const status = isNews ? statusColumns(row, before.orderedOn) : {}
  const outcome = applyColumns(tx, 'purchase_orders', id, { ...columns, ...amountColumns(row, currency), ...status })
  if (outcome === 'changed') touchedPurchases.set(id, touchedPurchases.get(id) ?? changedPurchase)
  return { id, outcome }
}

type Before = { currency: string; status: string; isHistory: number; orderedOn: Day }

/** What of goods that came a file tells that has only orders. */
const nothingCame = { hasReceiptDays: false, hasQuantities: false, hasRejects: false }
const changedPurchase = { isFresh: false, hasStatus: true, ...nothingCame }

/** What is said of an order in another currency than its own is no change of it: its lines are fixed in that currency. */
function foreignCurrency(row: TypedRow, currency: string): Refused | null {
  const said = textOf(row, 'currency')
  if (said !== undefined && said !== currency) return problem('currency', said, 'order-currency')
  for (const field of ['freight', 'tax']) {
    const named = moneyOf(row, field)?.currency
    if (named && named !== currency) return problem(field, named, 'order-currency')
  }
  return null
}

/** An order by its channel's own key, else by number among that channel's orders and those typed in here. */
function findPurchase({ tx, channel }: LoadContext, reference: string): Id | null {
  const byKey = tx.get<{ id: Id }>(
    `SELECT id FROM purchase_orders INDEXED BY purchase_orders_by_external_id
     WHERE channel = ? AND external_id = ? AND deleted = 0 ORDER BY id LIMIT 1`,
    channel,
    reference,
  )
  if (byKey) return byKey.id
  return (
    tx.get<{ id: Id }>(
      `SELECT id FROM purchase_orders INDEXED BY purchase_orders_by_number
       WHERE number = ? AND channel IN (?, '') AND deleted = 0 ORDER BY id LIMIT 1`,
      reference,
      channel,
    )?.id ?? null
  )
}

type NewPurchase = { base: string; row: TypedRow; externalId: string; columns: Columns }

function makePurchase(context: LoadContext, { base, row, externalId, columns }: NewPurchase): TakenPurchase {
  const { tx, rates, channel } = context
  const told = textOf(row, 'orderedOn') as Day | undefined
  const orderedOn = told ?? dayInstead(row)
  if (orderedOn === undefined) return problem('orderedOn', '', 'required')
  const currency = purchaseCurrency(context, row)
  const foreign = foreignCurrency(row, currency) ?? takenNumber(context, textOf(row, 'number'))
  if (foreign) return foreign
  noteUntold(context, row, told)
  const { rate, rateOn } = tableRate(rates, currency, base, orderedOn)
  const defaults: Columns = {
    number: externalId,
    channel,
    external_id: externalId,
    currency,
    rate,
    rate_on: rateOn,
    ordered_on: orderedOn,
    status: 'sent',
    // A day of ordering that nobody wrote down is none to count from.
    sent_on: told ?? null,
    is_history: 1,
    has_receipt_days: 0,
  }
  const status = told === undefined ? { status: textOf(row, 'status') } : statusColumns(row, told)
  const given = { ...columns, ...amountColumns(row, currency), ...status }
  const id = tx.insert('purchase_orders', withDefaults(defaults, given))
  const hasStatus = textOf(row, 'status') !== undefined
  context.touchedPurchases.set(id, { isFresh: true, hasStatus, ...nothingCame })
  return { id, outcome: 'new' }
}

/** Where nobody wrote down when it was ordered: the day it was promised for, else the day it came. */
function dayInstead(row: TypedRow): Day | undefined {
  return (textOf(row, 'promisedOn') ?? textOf(row, 'receivedOn')) as Day | undefined
}

/** Real files leave cells empty: the order is taken as it stands, and that is said. */
function noteUntold({ notes, mappedFields }: LoadContext, row: TypedRow, orderedOn: Day | undefined): void {
  if (orderedOn === undefined) notes.push({ line: row.line, field: 'orderedOn', said: 'no-order-day' })
  const hasNone = mappedFields.has('supplier') && textOf(row, 'supplier') === undefined
  if (hasNone) notes.push({ line: row.line, field: 'supplier', said: 'no-supplier' })
}

/** The currency column's, else what the row's amounts name, else what was said of the whole file. */
function purchaseCurrency(context: LoadContext, row: TypedRow): string {
  const amounts = ['unitPrice', 'lineTotal', 'freight', 'tax', 'lineFreight', 'insurance']
  const named = amounts.flatMap((field) => moneyOf(row, field)?.currency ?? [])
  return textOf(row, 'currency') ?? named[0] ?? context.currency
}

/** Two orders of one channel with one number could not be told apart; those of two channels can. */
function takenNumber({ tx, channel }: LoadContext, number: string | undefined): Refused | null {
  if (number === undefined) return null
  const sql = 'SELECT 1 FROM purchase_orders WHERE number = ? AND channel = ? AND deleted = 0 LIMIT 1'
  return tx.get(sql, number, channel) ? problem('number', number, 'free-number') : null
}

function purchaseReferences(context: LoadContext, row: TypedRow): { columns: Columns } | Refused {
  const supplier = textOf(row, 'supplier')
  const supplierId = supplier === undefined ? undefined : partyFor(context, 'supplier', supplier)
  if (supplierId === null) return problem('supplier', supplier ?? '', 'known-supplier')
  const kind = textOf(row, 'supplierKind')
  if (supplierId !== undefined && kind !== undefined) noteKind(context, supplierId, kind)
  const warehouse = textOf(row, 'warehouse')
  const warehouseId = warehouse === undefined ? undefined : findWarehouse(context, warehouse)
  if (warehouseId === null) return problem('warehouse', warehouse ?? '', 'known-warehouse')
  return { columns: { supplier_id: supplierId, warehouse_id: warehouseId } }
}

/** What a file of orders says of its suppliers is taken where the book does not know better. */
function noteKind({ tx }: LoadContext, id: Id, kind: string): void {
  const before = tx.get<{ kind: string }>('SELECT supply_kind AS kind FROM parties WHERE id = ?', id)
  if (before?.kind === '') tx.update('parties', id, { supply_kind: kind })
}

function purchaseColumns(row: TypedRow): Columns {
  return {
    number: textOf(row, 'number'),
    ordered_on: textOf(row, 'orderedOn'),
    promised_on: textOf(row, 'promisedOn'),
    incoterm: textOf(row, 'incoterm'),
    place: textOf(row, 'place'),
    mode: textOf(row, 'mode'),
    country: textOf(row, 'country'),
    reference: textOf(row, 'reference'),
    vat_included: flagIn(row, 'vatIncluded'),
    vat_ppm: ppmIn(row, 'vatPercent'),
    deposit_ppm: ppmIn(row, 'deposit'),
    due_from: textOf(row, 'dueFrom'),
    due_days: numberOf(row, 'dueDays'),
    note: textOf(row, 'note'),
  }
}

/** A status with the days that go with it: what is confirmed was sent before, on no later day than it was ordered. */
function statusColumns(row: TypedRow, orderedOn: Day): Columns {
  const status = textOf(row, 'status')
  if (status === undefined) return {}
  if (status === 'draft') return { status, sent_on: null, confirmed_on: null }
  return { status, confirmed_on: status === 'confirmed' ? orderedOn : null }
}

function amountColumns(row: TypedRow, currency: string): Columns {
  const minor = (field: string) => {
    const money = moneyOf(row, field)
    return money ? minorFromDecimal(money.amount, currency) : undefined
  }
  return { freight_minor: minor('freight'), tax_minor: minor('tax') }
}
