// From the typed rows of one order to the order that they tell. Rows that name no goods tell of the order alone; a row that
// cannot be a line is refused, the others stand.
import type { MoneyCell } from '#main/domain/import/cells/read-money.ts'
import { type ChannelLine, type ChannelOrder, isSentByChannel } from '#main/domain/import/channels/channel-order.ts'
import { orderStateOf } from '#main/domain/import/channels/told-order-state.ts'
import { isCharge } from '#main/domain/import/charge-words.ts'
import { firstText, flagIn } from '#main/services/import/loading/channel/first-told.ts'
import { pricedLines } from '#main/services/import/loading/channel/priced-lines.ts'
import { amountsOf, refundIn } from '#main/services/import/loading/channel/told-amounts.ts'
import { buyerOf, shipToOf } from '#main/services/import/loading/channel/told-people.ts'
import { moneyOf, problem, type Refused, type TypedRow, textOf } from '#main/services/import/loading/loader.ts'
import type { Day } from '#shared/dates.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'
import type { OrderPurpose } from '#shared/schemas/orders.ts'

export type OrderReading = {
  /** Of amounts that name none. */
  currency: string
  taxIncluded: boolean
  eitherIs: 'unit' | 'line'
  /** The channel usually hands on the tax of its orders. */
  channelTakesTax: boolean
  /** The file's ids of lines are of one line each, not of what is sold. */
  hasLineIds: boolean
  mappedFields: ReadonlySet<string>
  /** The order is there already, with lines of its own. */
  isKnown: () => boolean
}

export type ReadOrder = { order: ChannelOrder | null; refused: { row: number; refused: Refused }[] }

/** An item's row with its quantities. */
export type ItemRow = {
  row: TypedRow
  qtyMilli: number
  cancelledMilli: number
  returnedMilli: number
  isSent: boolean
}

const goodsFields = ['productSku', 'product', 'productName'] as const

export function readOrder(reference: string, rows: readonly TypedRow[], reading: OrderReading): ReadOrder {
  const refused: ReadOrder['refused'] = []
  const currency = currencyOf(rows, reading.currency)
  const heads: TypedRow[] = []
  const items: Omit<ItemRow, 'isSent'>[] = []
  const twins: TypedRow[] = []
  for (const row of rows) {
    const foreign = foreignIn(row, currency)
    const item = foreign ?? itemOf(row, reading)
    if (item === null) heads.push(row)
    else if ('problems' in item) refused.push({ row: row.line, refused: item })
    else if (reading.hasLineIds && items.some((other) => isTwin(other.row, row))) twins.push(row)
    else items.push(item)
  }
  const only = heads[0]
  if (items.length === 0 && only && !reading.isKnown()) {
    for (const head of heads) refused.push({ row: head.line, refused: problem('product', '', 'required') })
  }
  if (items.length === 0 && !(only && reading.isKnown())) return { order: null, refused }
  const isComplete = refused.length === 0
  return { order: orderOf({ reference, heads, items, twins, currency, reading, isComplete }), refused }
}

/** The same line twice in one file, as where files of overlapping days were put together. */
function isTwin(one: TypedRow, other: TypedRow): boolean {
  const id = textOf(one, 'externalId')
  return (
    id !== undefined &&
    id === textOf(other, 'externalId') &&
    JSON.stringify(one.values) === JSON.stringify(other.values)
  )
}

type Parts = {
  reference: string
  heads: readonly TypedRow[]
  items: readonly Omit<ItemRow, 'isSent'>[]
  /** Rows that say of one line again what another says of it. */
  twins: readonly TypedRow[]
  currency: string
  reading: OrderReading
  /** None of its rows was refused. */
  isComplete: boolean
}

function orderOf({ reference, heads, items, twins, currency, reading, isComplete }: Parts): ChannelOrder {
  const rows = [...heads, ...items.map(({ row }) => row)]
  const first = (field: string) => firstText(rows, field)
  const day = (field: string) => (first(field) ?? null) as Day | null
  const state = stateOf(heads, items, reading)
  const withState = items.map((item, at): ItemRow => {
    const isCancelled = state.cancelled[at] === true
    return {
      ...item,
      cancelledMilli: isCancelled ? item.qtyMilli : item.cancelledMilli,
      isSent: state.sent[at] === true,
    }
  })
  const amounts = amountsOf(heads, withState, { currency, reading })
  const mayHoldTax = reading.channelTakesTax && isComplete
  const { lines, taxByChannel, taxIncluded, doubts } = pricedLines(withState, amounts, { currency, mayHoldTax })
  const at = rows[0]?.line ?? 0
  const priceless = hasAny(reading, ['unitPrice', 'lineTotal', 'linePrice'])
    ? []
    : [{ row: at, field: 'unitPrice', said: 'no-price' }]
  const unknown = state.unknown.map(() => ({ row: at, field: 'externalStatus', said: 'unknown-status' }))
  return {
    reference,
    headRows: [...heads, ...twins].map(({ line }) => line),
    ...{ orderedOn: day('orderedOn'), requiredOn: day('requiredOn'), paidOn: day('paidOn') },
    ...{ shippedOn: day('shippedOn'), deliveredOn: day('deliveredOn') },
    status: state.status,
    externalStatus: externalStatusOf(heads, items),
    isRefunded: state.isRefunded,
    purpose: (first('purpose') ?? null) as OrderPurpose | null,
    currency,
    taxIncluded: flagIn(rows, 'isTaxIncluded') ?? taxIncluded,
    taxByChannel,
    freightMinor: hasAny(reading, ['freight', 'lineFreight']) ? amounts.freightMinor : null,
    freightTaxMinor: amounts.freightTaxMinor,
    otherMinor: amounts.otherMinor,
    refundMinor: amounts.isRefundOff ? 0 : refundIn(heads, items, currency),
    refundOffMinor: amounts.isRefundOff ? refundIn(heads, items, currency) : 0,
    fulfilledByChannel: rows.some((row) => isSentByChannel(textOf(row, 'fulfilledBy'))),
    customerReference: first('customerReference') ?? '',
    shippingService: first('shippingService') ?? '',
    carrier: first('carrier') ?? '',
    trackingNumber: [...new Set(rows.flatMap((row) => textOf(row, 'trackingNumber') ?? []))].join(', '),
    cancelReason: first('cancelReason') ?? '',
    packingNote: first('packingNote') ?? '',
    note: first('note') ?? '',
    cardCountry: first('cardCountry') ?? '',
    buyer: buyerOf(rows),
    shipTo: shipToOf(rows),
    lines,
    notes: [
      ...priceless,
      ...unknown,
      ...(items.length === 0 ? [] : doubts).map((said) => ({ row: at, field: 'orderTotal', said })),
    ],
  }
}

/** An item, a row of the order alone (null), or what is wrong with it. */
function itemOf(row: TypedRow, reading: OrderReading): Omit<ItemRow, 'isSent'> | Refused | null {
  const isWhole = isOfWholeOrders(reading)
  // A file of whole orders tells nothing of lines that are there.
  if (isWhole ? reading.isKnown() : goodsFields.every((field) => textOf(row, field) === undefined)) return null
  const quantity = textOf(row, 'quantity') ?? (isWhole ? '1' : undefined)
  const qtyMilli = quantity === undefined ? null : qtyFromDecimal(quantity)
  if (quantity === undefined) return problem('quantity', '', 'required')
  if (qtyMilli === null) return problem('quantity', quantity, 'quantity')
  if (Math.abs(qtyMilli) > 1e12) return problem('quantity', quantity, 'smaller-number')
  const part = (field: string) => Math.min(Math.abs(qtyFromDecimal(textOf(row, field) ?? '0') ?? 0), Math.abs(qtyMilli))
  return { row, qtyMilli, cancelledMilli: part('cancelledQuantity'), returnedMilli: part('returnedQuantity') }
}

function stateOf(heads: readonly TypedRow[], items: Parts['items'], { mappedFields }: OrderReading) {
  const rows = [...heads, ...items.map(({ row }) => row)]
  const first = (field: string) => firstText(rows, field)
  // Where the file repeats the order on each row, a row's own day is its line's; else one day is all of them's.
  const repeats = items.every(({ row }) => textOf(row, 'orderedOn') !== undefined)
  const anyShipped = first('shippedOn') !== undefined
  const has = (row: TypedRow, ...fields: string[]) => fields.some((field) => textOf(row, field) !== undefined)
  // A day on some lines alone is of those lines: one of them cancelled does not cancel the order.
  const ofAll = (field: string) =>
    !repeats || items.every(({ row }) => has(row, field)) ? ((first(field) ?? null) as Day | null) : null
  return orderStateOf({
    orderWord: firstText(heads, 'externalStatus'),
    paymentWord: first('paymentStatus'),
    goodsWord: first('goodsStatus'),
    deliveredOn: ofAll('deliveredOn'),
    cancelledOn: ofAll('cancelledOn'),
    isPaymentMissing: mappedFields.has('paidOn') && first('paidOn') === undefined,
    lines: items.map(({ row }) => ({
      word: textOf(row, 'itemStatus'),
      orderWord: textOf(row, 'externalStatus') ?? (repeats ? undefined : first('externalStatus')),
      isDaySent: repeats ? has(row, 'shippedOn', 'deliveredOn') : anyShipped,
      isDayCancelled: repeats && has(row, 'cancelledOn'),
    })),
  })
}

function externalStatusOf(heads: readonly TypedRow[], items: Parts['items']): string {
  const rows = [...heads, ...items.map(({ row }) => row)]
  const words = ['externalStatus', 'paymentStatus', 'goodsStatus'].flatMap((field) => {
    const said = new Set(rows.flatMap((row) => textOf(row, field) ?? []))
    return [...said]
  })
  return words.join(' · ').slice(0, 300)
}

const priceFields = ['unitPrice', 'lineTotal', 'linePrice', 'orderTotal', 'freight'] as const

/** The currency column's, else what the amounts name, else what was said of the whole file. */
export function currencyOf(rows: readonly TypedRow[], usual: string): string {
  const told = firstText(rows, 'currency')
  if (told !== undefined) return told
  for (const row of rows) {
    for (const field of priceFields) {
      const named = moneyOf(row, field)?.currency
      if (named) return named
    }
  }
  return usual
}

/** A row in another currency than its order's is none of its lines. */
function foreignIn(row: TypedRow, currency: string): Refused | null {
  const told = textOf(row, 'currency')
  if (told !== undefined && told !== currency) return problem('currency', told, 'order-currency')
  const foreign = Object.entries(row.values).find(
    ([, value]) => isMoney(value) && value.currency !== null && value.currency !== currency,
  )
  return foreign ? problem(foreign[0], (foreign[1] as MoneyCell).currency ?? '', 'order-currency') : null
}

function isMoney(value: unknown): value is MoneyCell {
  return typeof value === 'object' && value !== null && 'amount' in value
}

function hasAny({ mappedFields }: OrderReading, fields: readonly string[]): boolean {
  return fields.some((field) => mappedFields.has(field))
}

/** Rows of the file are orders, not lines: what was sold stands there in one sum. */
function isOfWholeOrders({ mappedFields }: OrderReading): boolean {
  return goodsFields.every((field) => !mappedFields.has(field))
}

/** The key of a line that stands for all of its order. */
export const wholeOrder = '#order'

/** What a row calls its goods; a charge without a code of its own is none. */
export function goodsNames(row: TypedRow): Pick<ChannelLine, 'externalSku' | 'description'> {
  if (goodsFields.every((field) => textOf(row, field) === undefined)) return wholeNames(row)
  const code = textOf(row, 'productSku') ?? textOf(row, 'product')
  const name = textOf(row, 'productName')
  const variation = textOf(row, 'variation')
  const title = [name ?? code ?? '', ...(variation === undefined ? [] : [variation])].join(' · ').slice(0, 300)
  if (code === undefined && name !== undefined && isCharge('', name)) return { externalSku: '', description: title }
  return { externalSku: (code ?? name ?? '').slice(0, 300), description: title }
}

/** One SKU for all of the order, or its number where there are several or none. */
function wholeNames(row: TypedRow): Pick<ChannelLine, 'externalSku' | 'description'> {
  const skus = textOf(row, 'orderSkus')
  const isOne = skus !== undefined && !/[,;|]/.test(skus)
  return {
    externalSku: isOne ? skus.slice(0, 300) : '',
    description: (skus ?? textOf(row, 'order') ?? '').slice(0, 300),
  }
}
