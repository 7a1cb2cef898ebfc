// Purchase order lines from a file: what was ordered, at the line's own price, and what came of it.
import type { Statement } from '#main/db/database.ts'
import { applyColumns, type Columns } from '#main/services/import/loading/apply-columns.ts'
import {
  type LoadContext,
  type Loader,
  merged,
  moneyOf,
  numberOf,
  problem,
  type Refused,
  type RowProblem,
  type Settled,
  type TypedRow,
  textOf,
  toldOf,
} from '#main/services/import/loading/loader.ts'
import {
  type OpenPurchase,
  type OpenPurchases,
  openPurchases,
  placeAmong,
} from '#main/services/import/loading/open-purchases.ts'
import {
  type Arrival,
  type ArrivalKeeper,
  arrivalKeeper,
  arrivalOf,
  toldOfGoods,
} from '#main/services/import/loading/purchase-arrivals.ts'
import { type GoodsFinder, goodsFinder, type PurchaseGoods } from '#main/services/import/loading/purchase-goods.ts'
import { purchaseLineMoney } from '#main/services/import/loading/purchase-line-money.ts'
import { type TellingLines, tellingLines } from '#main/services/import/loading/telling-lines.ts'
import type { ToldLine } from '#main/services/import/loading/told-line.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorFromDecimal } from '#shared/money.ts'

export type PurchaseLineLoader = Loader & {
  takeInto(orderId: Id, row: TypedRow): Settled
  /** What keeps the goods of a row out, for rows whose order cannot be taken. */
  unknownGoods(row: TypedRow): RowProblem[]
}

export function purchaseLineLoader(context: LoadContext): PurchaseLineLoader {
  const state: LineState = {
    context,
    orders: openPurchases(context),
    goods: goodsFinder(context),
    arrivals: arrivalKeeper(context),
    telling: tellingLines(context),
    insert: context.tx.statement(insertSql),
  }
  return {
    prepare(rows) {
      state.orders.openAhead(new Set(rows.flatMap((row) => textOf(row, 'order') ?? [])))
      state.goods.prepare(rows)
    },
    take(row) {
      const reference = textOf(row, 'order')
      if (!reference) return problem('order', '', 'required')
      const order = state.orders.byReference(reference)
      return order === null ? problem('order', reference, 'known-purchase') : takeLine(state, order, row)
    },
    unknownGoods: (row) => unknownGoods(state, row),
    takeInto: (orderId, row) => takeLine(state, state.orders.byId(orderId), row),
    // Open orders stay: they remember which of their lines this file has met.
    forget: () => state.goods.forget(),
    finish() {
      state.telling.noteLost()
      return []
    },
  }
}

function unknownGoods({ context, goods }: LineState, row: TypedRow): RowProblem[] {
  const found = context.makeMissing ? null : goods.find(row)
  return found && 'problems' in found ? found.problems : []
}

type LineState = {
  context: LoadContext
  orders: OpenPurchases
  goods: GoodsFinder
  arrivals: ArrivalKeeper
  telling: TellingLines
  insert: Statement
}

const insertSql = `INSERT INTO purchase_lines (id, order_id, position, external_id, product_id, supplier_code, description,
    qty_milli, price_micros, discount_ppm, total_minor, base_minor, promised_on, freight_minor, freight_word,
    weight_grams, weight_word, told_with, insurance_minor, note)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

type TypedLine = {
  externalId: string
  goods: PurchaseGoods
  money: ToldLine
  arrival: Arrival | null
  promisedOn: Day | undefined
}

function takeLine(state: LineState, order: OpenPurchase, row: TypedRow): Settled {
  const line = typedLine(state, order, row)
  if ('problems' in line) return line
  const known = knownLine(state, order, line)
  const outcome =
    known === undefined ? insertLine(state, order, row, line) : changeLine(state, order, row, { ...line, id: known })
  if (typeof outcome === 'object') return outcome
  noteOddDays(state.context, order, row, line)
  state.telling.met(row, line.externalId)
  return outcome
}

function typedLine({ context, goods }: LineState, order: OpenPurchase, row: TypedRow): TypedLine | Refused {
  const money = purchaseLineMoney(order.currency, row)
  if ('problems' in money) return money
  const arrival = arrivalOf(context, row, money.qty_milli)
  if (arrival && 'problems' in arrival) return arrival
  const found = goods.find(row)
  if ('problems' in found) return found
  const promisedOn = textOf(row, 'promisedOn') as Day | undefined
  return { externalId: textOf(row, 'externalId') ?? '', goods: found, money, arrival, promisedOn }
}

/** The line that a row means, by its key, else as the how-manieth line of its goods in the order. */
function knownLine({ context }: LineState, order: OpenPurchase, line: TypedLine): Id | undefined {
  const { productId, description } = line.goods
  if (context.isMended && !line.externalId) return sameLine(context, order, line)
  const place = placeAmong(order.met, productId ?? description)
  return order.before.get(line.externalId ? `key ${line.externalId}` : place)?.id
}

/** A mended row is a line that was left out: only its exact twin counts as the line itself. */
function sameLine({ tx }: LoadContext, order: OpenPurchase, { goods, money }: TypedLine): Id | undefined {
  return tx.get<{ id: Id }>(
    `SELECT id FROM purchase_lines WHERE order_id = ? AND product_id IS ? AND description = ? AND qty_milli = ?
       AND price_micros = ? AND discount_ppm = ? AND deleted = 0 ORDER BY id LIMIT 1`,
    ...[order.id, goods.productId, goods.description, money.qty_milli, money.price_micros, money.discount_ppm],
  )?.id
}

function insertLine(state: LineState, order: OpenPurchase, row: TypedRow, line: TypedLine): 'new' | Refused {
  const { context, insert, arrivals } = state
  if (line.arrival && !order.isHistory) return problem('received', '', 'history-order')
  const { goods, money } = line
  const told = toldColumns(order.currency, row)
  const id = context.tx.nextId()
  order.position += 1
  insert.run(
    ...[
      id,
      order.id,
      order.position,
      line.externalId,
      goods.productId,
      textOf(row, 'supplierCode') ?? '',
      goods.description,
    ],
    ...[money.qty_milli, money.price_micros, money.discount_ppm, money.total_minor, order.toBase(money.total_minor)],
    ...[line.promisedOn ?? null, told.freight_minor, told.freight_word, told.weight_grams, told.weight_word],
    ...[told.told_with, told.insurance_minor, textOf(row, 'note') ?? ''],
  )
  if (line.arrival) arrivals.keep(order, id, line.arrival)
  noteShipment(context, line, id)
  touch(context, order)
  return 'new'
}

/** An order that had no lines before is put together by this import. */
function touch({ touchedPurchases, mappedFields }: LoadContext, order: OpenPurchase): void {
  const told = toldOfGoods(mappedFields)
  const traits = touchedPurchases.get(order.id)
  if (traits) Object.assign(traits, told)
  else touchedPurchases.set(order.id, { isFresh: order.before.size === 0, hasStatus: true, ...told })
}

function changeLine(
  { context, arrivals }: LineState,
  order: OpenPurchase,
  row: TypedRow,
  line: TypedLine & { id: Id },
): 'changed' | 'unchanged' | Refused {
  const { goods, money, arrival, id } = line
  const came = arrival ? arrivals.compare(order, id, arrival) : 'unchanged'
  if (typeof came === 'object') return came
  const columns: Columns = {
    product_id: goods.productId,
    description: goods.description || undefined,
    supplier_code: textOf(row, 'supplierCode'),
    ...money,
    base_minor: order.toBase(money.total_minor),
    promised_on: line.promisedOn,
    ...(hasTold(row) ? toldColumns(order.currency, row) : {}),
    note: textOf(row, 'note'),
  }
  const outcome = merged(applyColumns(context.tx, 'purchase_lines', id, columns), came) as 'changed' | 'unchanged'
  noteShipment(context, line, id)
  if (outcome === 'changed') touch(context, order)
  return outcome
}

/** Columns by which a number of goods that came is that of a shipment, not that of a receipt alone. */
const carried = ['mode', 'weight', 'lineFreight']

function noteShipment({ toldShipments, channel, mappedFields }: LoadContext, { arrival }: TypedLine, id: Id): void {
  const reference = arrival?.reference ?? ''
  if (reference === '' || !carried.some((field) => mappedFields.has(field))) return
  const key = `${channel}\n${reference}`
  const told = toldShipments.get(key) ?? { channel, reference, lines: new Set() }
  toldShipments.set(key, told)
  told.lines.add(id)
}

const toldFields = ['lineFreight', 'weight', 'insurance']

function hasTold(row: TypedRow): boolean {
  return toldFields.some((field) => row.values[field] !== undefined)
}

/** Amounts and weights, or the words that stand in their place: never a zero that nobody wrote. */
function toldColumns(currency: string, row: TypedRow) {
  const minor = (field: string) => {
    const money = moneyOf(row, field)
    return money ? minorFromDecimal(money.amount, currency) : null
  }
  const freight = toldOf(row, 'lineFreight')
  const weight = toldOf(row, 'weight')
  return {
    freight_minor: minor('lineFreight'),
    freight_word: freight?.word ?? '',
    weight_grams: numberOf(row, 'weight') ?? null,
    weight_word: weight?.word ?? '',
    told_with: freight?.toldWith || weight?.toldWith || '',
    insurance_minor: minor('insurance'),
  }
}

/** Real files hold days that cannot be: they are taken as they stand, and said. */
function noteOddDays({ notes }: LoadContext, order: OpenPurchase, { line }: TypedRow, typed: TypedLine): void {
  if (!order.isDayKnown) return
  if (typed.promisedOn && typed.promisedOn < order.orderedOn) {
    notes.push({ line, field: 'promisedOn', said: 'due-before-ordered' })
  }
  if (typed.arrival?.on && typed.arrival.on < order.orderedOn) {
    notes.push({ line, field: 'receivedOn', said: 'received-before-ordered' })
  }
}
