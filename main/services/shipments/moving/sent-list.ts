// A pasted list of orders with their numbers: what each line means in this book, and all of them sent in one step. An order that
// was sent before gets its numbers; what cannot be sent stays, and is told.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { DateOrder } from '#main/domain/import/cells/cell-value.ts'
import { numericDate, readDay, selfEvidentDay } from '#main/domain/import/cells/read-day.ts'
import { readSentList, type SentRow } from '#main/domain/shipments/read-sent-list.ts'
import { compactNumber } from '#main/domain/tracking/recognise-number.ts'
import { dispatchOrders } from '#main/services/dispatch/dispatch-orders.ts'
import { writeNumbers } from '#main/services/shipments/moving/light-shipment.ts'
import { sendListed, shipmentsNumbered } from '#main/services/shipments/moving/listed-shipments.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type DispatchOutcome, dispatchInput } from '#shared/schemas/dispatch.ts'
import type { SentListInput, SentListPreview, SentListRow, SentListState } from '#shared/schemas/shipment-moves.ts'

/** Writes nothing that stays where it is called in a rehearsal: the same work, told line by line. */
export function previewSentList(tx: WriteTx, input: SentListInput): SentListPreview {
  const rows = readRows(tx, input)
  const needsDayOrder = input.dayOrder === '' && rows.some(({ state }) => state === 'day')
  const done = work(tx, input, rows)
  return { rows: done, ready: done.filter(({ state }) => isDone(state)).length, needsDayOrder }
}

export type SentListDone = { rows: SentListRow[]; sent: number; numbered: number; failed: number }

/** `shipments/list-empty` where no line can be sent and no number be added. */
export function sendList(tx: WriteTx, input: SentListInput): SentListDone {
  const rows = work(tx, input, readRows(tx, input))
  const count = (state: SentListState) => {
    const told = rows.filter((row) => row.state === state)
    return new Set(told.map(({ orderId, shipmentId }) => `${orderId} ${shipmentId}`)).size
  }
  const [sent, numbered] = [count('ready'), count('numbers')]
  if (sent + numbered === 0) throw new AppError('shipments/list-empty')
  return { rows, sent, numbered, failed: rows.filter(({ state }) => !isDone(state)).length }
}

function isDone(state: SentListState): boolean {
  return state === 'ready' || state === 'numbers'
}

function work(tx: WriteTx, input: SentListInput, rows: readonly SentListRow[]): SentListRow[] {
  const ready = rows.filter(({ state, orderId }) => state === 'ready' && orderId !== null)
  const byOrder = Map.groupBy(ready, ({ orderId }) => orderId ?? 0)
  const orders = [...byOrder].map(([orderId, own]) => ({ orderId, own, numbers: numbersOf(own) }))
  const fresh = orders.filter(({ orderId }) => !isSent(tx, orderId))
  const known = orders.filter(({ orderId }) => isSent(tx, orderId))
  const outcomes = dispatchOrders(
    tx,
    fresh.map(({ orderId, own, numbers }) => ({
      ...dispatchInput.parse({
        orderId,
        on: own[0]?.on ?? input.on,
        carrierId: own.find(({ carrierId }) => carrierId !== null)?.carrierId ?? input.carrierId,
        warehouseId: input.warehouseId,
      }),
      trackingNumber: numbers.join(', '),
    })),
  )
  const byId = new Map(outcomes.orders.map((outcome) => [outcome.orderId, outcome]))
  const numbered = new Set(known.flatMap(({ orderId, numbers }) => (addNumbers(tx, orderId, numbers) ? orderId : [])))
  const byShipment = workShipments(tx, input, rows)
  return rows.map((row) => {
    if (row.state === 'ready' && row.shipmentId !== null) return { ...row, ...byShipment.get(row.shipmentId) }
    if (row.state !== 'ready' || row.orderId === null) return row
    const outcome = byId.get(row.orderId)
    if (outcome) return outcome.ok ? row : refusedRow(tx, row, outcome)
    return { ...row, state: numbered.has(row.orderId) ? 'numbers' : 'sent' }
  })
}

type Worked = Partial<Pick<SentListRow, 'state' | 'code' | 'details'>>

/** After the orders: what left with its order gets its numbers. */
function workShipments(tx: WriteTx, input: SentListInput, rows: readonly SentListRow[]): Map<Id, Worked> {
  const ready = rows.filter(({ state, shipmentId }) => state === 'ready' && shipmentId !== null)
  const worked = new Map<Id, Worked>()
  for (const [id, own] of Map.groupBy(ready, ({ shipmentId }) => shipmentId ?? 0)) {
    const outcome = sendListed(tx, {
      ...{ id, on: (own[0]?.on ?? input.on) as Day, numbers: numbersOf(own), warehouseId: input.warehouseId },
      carrierId: own.find(({ carrierId }) => carrierId !== null)?.carrierId ?? input.carrierId,
    })
    if (!('refusal' in outcome)) worked.set(id, outcome)
    else {
      const { code, details } = outcome.refusal
      worked.set(id, { state: code.startsWith('stock/') ? 'short' : 'waiting', code, details })
    }
  }
  return worked
}

function numbersOf(rows: readonly SentListRow[]): string[] {
  const known = new Set<string>()
  return rows
    .flatMap(({ trackingNumbers }) => trackingNumbers)
    .filter((number) => !known.has(compactNumber(number)) && known.add(compactNumber(number)))
}

/** Nothing of it is still to be sent, by what its lines say. */
function isSent(db: ReadDb, orderId: Id): boolean {
  const sql = "SELECT 1 FROM sales_orders WHERE id = ? AND status IN ('shipped', 'delivered', 'closed')"
  return db.get(sql, orderId) !== undefined
}

/** To the one shipment by which it left; where there are several, nobody can tell which is meant. */
function addNumbers(tx: WriteTx, orderId: Id, numbers: readonly string[]): boolean {
  const shipments = tx.raw(
    `SELECT DISTINCT s.id FROM order_lines l INDEXED BY order_lines_by_order
     CROSS JOIN shipment_lines g INDEXED BY shipment_lines_by_order_line ON g.order_line_id = l.id AND g.deleted = 0
     CROSS JOIN shipments s ON s.id = g.shipment_id
     WHERE l.order_id = ? AND s.deleted = 0 AND s.kind = 'order' AND s.status = 'sent' LIMIT 2`,
    orderId,
  ) as [Id][]
  const [only, other] = shipments
  if (only === undefined || other !== undefined || !writeNumbers(tx, only[0], numbers)) return false
  settleShipments(tx, only)
  return true
}

type Refusal = Extract<DispatchOutcome, { ok: false }>

function refusedRow(db: ReadDb, row: SentListRow, { code, details }: Refusal): SentListRow {
  const state: SentListState = code.startsWith('stock/') ? 'short' : isSent(db, row.orderId ?? 0) ? 'sent' : 'waiting'
  return { ...row, state, code, details }
}

/** Each line with the order that it means, before anything is tried. */
function readRows(db: ReadDb, input: SentListInput): SentListRow[] {
  const ordersOf = orderFinder(db)
  const carrierOf = carrierFinder(db)
  return readSentList(input.text).map((row) => {
    const orders = row.order === '' ? [] : ordersOf(row.order)
    const shipments = orders.length > 0 || row.order === '' ? [] : shipmentsNumbered(db, row.order)
    const found = orders.length + shipments.length
    const [order, shipment] = [orders[0], shipments[0]]
    const meant = order ?? shipment
    const carrier = row.carrier === '' ? null : carrierOf(row.carrier)
    const on = row.day === '' ? input.on : dayOf(row.day, input.dayOrder)
    return {
      line: row.line,
      text: row.text.slice(0, 300),
      state: stateOf(row, { found, on }),
      orderId: order?.id ?? null,
      shipmentId: shipment?.id ?? null,
      orderNumber: meant?.number ?? '',
      customer: meant?.customer ?? '',
      customerZh: meant?.customerZh ?? '',
      trackingNumbers: row.trackingNumbers.map((number) => number.slice(0, 120)),
      carrierId: carrier?.id ?? null,
      carrier: carrier?.name ?? row.carrier.slice(0, 300),
      on,
      code: '',
      details: {},
    }
  })
}

function stateOf({ order }: SentRow, { found, on }: { found: number; on: Day | null }): SentListState {
  if (order === '') return 'unread'
  if (found === 0) return 'unknown'
  if (found > 1) return 'ambiguous'
  return on === null ? 'day' : 'ready'
}

/** Null where it is no day, or could be two. */
function dayOf(text: string, order: SentListInput['dayOrder']): Day | null {
  const plain = selfEvidentDay(text)
  if (plain !== null) return plain
  if (order !== '') return read(text, order)
  const parts = numericDate(text)
  if (parts === null) return null
  // One of the two cannot be a month.
  if (parts.first > 12 && parts.first <= 31) return read(text, 'dmy')
  return parts.second > 12 || parts.first === parts.second ? read(text, 'mdy') : null
}

function read(text: string, order: DateOrder): Day | null {
  const day = readDay(text, order)
  return 'value' in day ? day.value : null
}

type FoundOrder = { id: Id; number: string; customer: string; customerZh: string }

/** By its number, by its number at its channel, else by what the customer calls it. */
function orderFinder(db: ReadDb): (reference: string) => FoundOrder[] {
  const select = `SELECT o.id, o.number, coalesce(c.name, '') AS customer, coalesce(c.name_zh, '') AS customerZh FROM sales_orders o`
  const rest = "AND o.document = 'order' AND o.deleted = 0 LIMIT 2"
  const customer = 'LEFT JOIN parties c ON c.id = o.customer_id'
  const channels = db.raw('SELECT DISTINCT channel FROM sales_orders INDEXED BY sales_orders_by_external_id')
  const json = JSON.stringify(channels.map(([channel]) => channel))
  const named = (reference: string) => {
    const byNumber = db.all<FoundOrder>(
      `${select} INDEXED BY sales_orders_by_number ${customer} WHERE o.number = ? ${rest}`,
      reference,
    )
    if (byNumber.length > 0) return byNumber
    return db.all<FoundOrder>(
      `SELECT o.id, o.number, coalesce(c.name, '') AS customer, coalesce(c.name_zh, '') AS customerZh FROM json_each(?) j
       CROSS JOIN sales_orders o INDEXED BY sales_orders_by_external_id ON o.channel = j.value AND o.external_id = ?
       ${customer} WHERE true ${rest}`,
      ...[json, reference],
    )
  }
  return (reference) => {
    const found = named(reference)
    // Shops write a sign before their numbers.
    return found.length > 0 || !reference.startsWith('#') ? found : named(reference.slice(1))
  }
}

type FoundCarrier = { id: Id; name: string }

/** Whole words: 'Upson' is not UPS. Of Chinese ones any part is. */
function beginsWith(text: string, start: string): boolean {
  const isCut = /[a-z0-9]$/.test(start) && /^[a-z0-9]/.test(text.slice(start.length))
  return start.length > 1 && text.startsWith(start) && !isCut
}

/** By name or code; 'DHL Express' is DHL where no other begins so. */
function carrierFinder(db: ReadDb): (words: string) => FoundCarrier | null {
  type Carrier = FoundCarrier & { nameZh: string; code: string; courier: string }
  const carriers = db.all<Carrier>(
    `SELECT id, name, name_zh AS nameZh, code, courier_code AS courier FROM live_parties
     WHERE is_carrier = 1 OR is_forwarder = 1 ORDER BY id`,
  )
  const spaced = (text: string) =>
    text
      .toLowerCase()
      .replace(/[\s._-]+/g, ' ')
      .trim()
  const fold = (text: string) => spaced(text).replaceAll(' ', '')
  const namesOf = ({ name, nameZh, code, courier }: Carrier) =>
    [name, nameZh, code, courier].map(spaced).filter((one) => one !== '')
  return (words) => {
    const asked = spaced(words)
    // A dash in place of a carrier is none.
    if (asked === '') return null
    const same = carriers.find((one) => namesOf(one).some((name) => fold(name) === fold(asked)))
    const isBegun = (name: string) => beginsWith(asked, name) || beginsWith(name, asked)
    return same ?? carriers.find((one) => namesOf(one).some(isBegun)) ?? null
  }
}
