// Orders while a file's lines are put into them. They are looked up for a group of rows at once: three statements for
// hundreds of orders instead of three for each.

import { baseCurrency } from '#main/services/book/book-queries.ts'
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import { baseConverter } from '#main/services/orders/order-rates.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type OpenOrder = {
  id: Id
  currency: string
  soldOn: Day | null
  toBase: (minor: number) => number | null
  /** The last line's; the next line comes behind it. */
  position: number
  /** Lines there before, by what a file can know them by; null where there were none. */
  before: LinesBefore | null
  hasNewLines: boolean
}

export type LinesBefore = {
  lines: ReadonlyMap<string, Id>
  /** How often the file has met a product in this order, for files whose lines have no key. */
  met: Map<Id, number>
}

export type OpenOrders = {
  /** Opens all that these references name, as far as they are known. */
  openAhead(references: Iterable<string>): void
  byReference(reference: string): OpenOrder | null
  byId(id: Id): OpenOrder
}

type Head = { id: Id; currency: string; rate: string | null; orderedOn: Day; status: string; lineCount: number }
type KnownLine = { orderId: Id; id: Id; externalId: string; productId: Id | null; position: number }

export function openOrders(context: LoadContext): OpenOrders {
  const { tx } = context
  const orders = new Map<Id, OpenOrder>()
  const named = new Map<string, OpenOrder>()
  const toBase = converters(baseCurrency(tx))
  const open = (heads: readonly Head[]) => {
    // The count is settled at the end of an import: orders that got lines in this one are looked at whatever it says.
    const withLines = heads.filter((head) => head.lineCount > 0 || context.ordersWithNewLines.has(head.id))
    const list = JSON.stringify(withLines.map((head) => head.id))
    const found = withLines.length > 0 ? tx.all<KnownLine>(linesOf, list) : []
    const lines = Map.groupBy(found, (line) => line.orderId)
    for (const head of heads) orders.set(head.id, openOrder(head, lines.get(head.id) ?? [], toBase))
  }
  const byId = (id: Id): OpenOrder => {
    if (!orders.has(id)) open(tx.all<Head>(`SELECT ${headColumns} FROM sales_orders o WHERE o.id = ?`, id))
    const order = orders.get(id)
    if (!order) throw new Error(`no order ${id}`)
    return order
  }
  return {
    byId,
    openAhead(references) {
      const unknown = new Set<string>()
      for (const reference of references) if (!named.has(reference)) unknown.add(reference)
      if (unknown.size === 0) return
      const heads = findHeads(context, [...unknown])
      const fresh = new Map<Id, Head>()
      for (const head of heads.values()) if (!orders.has(head.id)) fresh.set(head.id, head)
      open([...fresh.values()])
      for (const [reference, head] of heads) named.set(reference, byId(head.id))
    },
    byReference(reference) {
      const known = named.get(reference)
      if (known) return known
      const id = findHeads(context, [reference]).get(reference)?.id
      if (id === undefined) return null
      const order = byId(id)
      named.set(reference, order)
      return order
    },
  }
}

const headColumns = 'o.id, o.currency, o.rate, o.ordered_on AS orderedOn, o.status, o.line_count AS lineCount'

const linesOf = `SELECT order_id AS orderId, id, external_id AS externalId, product_id AS productId, position FROM order_lines
  WHERE order_id IN (SELECT value FROM json_each(?)) AND deleted = 0 ORDER BY position, id`

/**
 * Orders that references name. A column of keys is looked up among the channel's keys first, a column of numbers among the
 * numbers first; the older order wins. Without statistics SQLite would rather walk all living orders for each reference,
 * so the indexes are named.
 */
function findHeads(context: LoadContext, references: readonly string[]): Map<string, Head> {
  const steps = context.ordersByNumber ? [headsByNumber, headsByKey] : [headsByKey, headsByNumber]
  const found = new Map<string, NamedHead>()
  for (const step of steps) {
    const rest = found.size === 0 ? references : references.filter((reference) => !found.has(reference))
    if (rest.length === 0) break
    for (const row of step(context, JSON.stringify(rest))) keepBetter(found, row)
  }
  return new Map([...found].map(([reference, row]) => [reference, headOf(row)]))
}

/** An order of the file's own channel before one of another, the older before the newer. Sorted here: twins are rare. */
function keepBetter(found: Map<string, NamedHead>, row: NamedHead): void {
  const [reference, isOwn, id] = row
  const before = found.get(reference)
  if (!before || isOwn > before[1] || (isOwn === before[1] && id < before[2])) found.set(reference, row)
}

function headsByKey({ tx, channel }: LoadContext, references: string): NamedHead[] {
  return tx.raw(
    `SELECT j.value, 1, ${headColumns} FROM json_each(?) j
     CROSS JOIN sales_orders o INDEXED BY sales_orders_by_external_id ON o.channel = ? AND o.external_id = j.value
     WHERE o.deleted = 0`,
    references,
    channel,
  ) as NamedHead[]
}

/** Lines of another channel's order are found all the same. */
function headsByNumber({ tx, channel }: LoadContext, references: string): NamedHead[] {
  return tx.raw(
    `SELECT j.value, o.channel = ?, ${headColumns} FROM json_each(?) j
     CROSS JOIN sales_orders o INDEXED BY sales_orders_by_number ON o.number = j.value WHERE o.deleted = 0`,
    channel,
    references,
  ) as NamedHead[]
}

type NamedHead = [
  reference: string,
  isOwnChannel: number,
  id: Id,
  currency: string,
  rate: string | null,
  orderedOn: Day,
  status: string,
  lineCount: number,
]

function headOf([, , id, currency, rate, orderedOn, status, lineCount]: NamedHead): Head {
  return { id, currency, rate, orderedOn, status, lineCount }
}

type ToBase = (currency: string, rate: string | null) => OpenOrder['toBase']

function openOrder(head: Head, lines: readonly KnownLine[], toBase: ToBase): OpenOrder {
  return {
    id: head.id,
    currency: head.currency,
    soldOn: head.status === 'draft' || head.status === 'cancelled' ? null : head.orderedOn,
    toBase: toBase(head.currency, head.rate),
    position: lines.at(-1)?.position ?? 0,
    before: lines.length > 0 ? { lines: keyedLines(lines), met: new Map() } : null,
    hasNewLines: false,
  }
}

/** Orders of one day share their rate, so its exact fraction is worked out once. */
function converters(base: string): ToBase {
  const known = new Map<string, OpenOrder['toBase']>()
  return (currency, rate) => {
    const key = `${currency} ${rate}`
    let convert = known.get(key)
    if (!convert) {
      convert = baseConverter(currency, base, rate)
      known.set(key, convert)
    }
    return convert
  }
}

/** Lines by what a file can know them by: their own key, else the product and its how-manieth line in the order. */
function keyedLines(lines: readonly KnownLine[]): Map<string, Id> {
  const keyed = new Map<string, Id>()
  const met = new Map<Id | null, number>()
  for (const line of lines) {
    if (line.externalId) keyed.set(`key ${line.externalId}`, line.id)
    const count = (met.get(line.productId) ?? 0) + 1
    met.set(line.productId, count)
    keyed.set(`product ${line.productId} ${count}`, line.id)
  }
  return keyed
}
