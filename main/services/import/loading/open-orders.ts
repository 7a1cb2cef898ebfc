// Orders while a file's lines are put into them. They are looked up for a group of rows at once: three statements for
// hundreds of orders instead of three for each.

import { baseCurrency } from '#main/services/book/book-queries.ts'
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import { baseConverter } from '#main/services/rates/document-rate.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type OpenOrder = {
  id: Id
  currency: string
  taxIncluded: boolean
  soldOn: Day | null
  /** The day its lines are due, where none has a day of its own. */
  dueOn: Day | null
  toBase: (minor: number) => number | null
  /** The last line's; the next line comes behind it. */
  position: number
  /** Lines there before, by what a file can know them by; null where there were none. */
  before: LinesBefore | null
  hasNewLines: boolean
}

/** What is known of a line before a row tells of it. */
export type StoredLine = {
  id: Id
  qtyMilli: number
  cancelledMilli: number
  taxPpm: number
  taxMinor: number
  totalMinor: number
}

/** Its columns. */
export const storedLine = `id, qty_milli AS qtyMilli, cancelled_milli AS cancelledMilli, tax_ppm AS taxPpm, tax_minor AS taxMinor,
  total_minor AS totalMinor`

export type LinesBefore = {
  lines: ReadonlyMap<string, StoredLine>
  /** How often the file has met a product in this order, for files whose lines have no key. */
  met: Map<Id | string, number>
}

export type OpenOrders = {
  /** Opens all that these references name, as far as they are known. */
  openAhead(references: Iterable<string>): void
  byReference(reference: string): OpenOrder | null
  byId(id: Id): OpenOrder
}

type Head = {
  id: Id
  currency: string
  taxIncluded: number
  rate: string | null
  orderedOn: Day
  requiredOn: Day | null
  status: string
  lineCount: number
}
type KnownLine = StoredLine & {
  orderId: Id
  externalId: string
  productId: Id | null
  description: string
  position: number
}

export function openOrders(context: LoadContext): OpenOrders {
  const { tx } = context
  const orders = new Map<Id, OpenOrder>()
  const named = new Map<string, OpenOrder>()
  let last: { reference: string; order: OpenOrder } | null = null
  const toBase = converters(baseCurrency(tx))
  const linesBefore = (heads: Iterable<Head>) => {
    // The count is settled at the end of an import: orders that got lines in this one are looked at whatever it says.
    const ids: Id[] = []
    for (const { id, lineCount } of heads) if (lineCount > 0 || context.ordersWithNewLines.has(id)) ids.push(id)
    return ids.length === 0 ? noLines : Map.groupBy(tx.all<KnownLine>(linesOf, JSON.stringify(ids)), byOrder)
  }
  const open = (head: Head, lines: ReadonlyMap<Id, readonly KnownLine[]>): OpenOrder => {
    const known = orders.get(head.id)
    if (known) return known
    const order = openOrder(head, lines.get(head.id) ?? [], toBase)
    orders.set(head.id, order)
    return order
  }
  return {
    openAhead(references) {
      const unknown: string[] = []
      for (const reference of references) if (!named.has(reference)) unknown.push(reference)
      if (unknown.length === 0) return
      const heads = findHeads(context, unknown)
      const lines = linesBefore(heads.values())
      for (const [reference, head] of heads) named.set(reference, open(head, lines))
    },
    byReference(reference) {
      // Lines of one order mostly follow one another.
      if (last?.reference === reference) return last.order
      const known = named.get(reference)
      if (known) {
        last = { reference, order: known }
        return known
      }
      const head = findHeads(context, [reference]).get(reference)
      if (!head) return null
      const order = open(head, linesBefore([head]))
      named.set(reference, order)
      return order
    },
    byId(id) {
      const known = orders.get(id)
      if (known) return known
      const head = tx.get<Head>(`SELECT ${headColumns} FROM sales_orders o WHERE o.id = ?`, id)
      if (!head) throw new Error(`no order ${id}`)
      return open(head, linesBefore([head]))
    },
  }
}

const noLines: ReadonlyMap<Id, readonly KnownLine[]> = new Map()
const byOrder = (line: KnownLine) => line.orderId

const headColumns =
  'o.id, o.currency, o.tax_included AS taxIncluded, o.rate, o.ordered_on AS orderedOn, o.required_on AS requiredOn, o.status, o.line_count AS lineCount'

const linesOf = `SELECT ${storedLine}, order_id AS orderId, external_id AS externalId, product_id AS productId, description, position
  FROM order_lines
  WHERE order_id IN (SELECT value FROM json_each(?)) AND deleted = 0 ORDER BY position, id`

/**
 * Orders that references name. A column of keys is looked up among the channel's keys first, a column of numbers among the
 * numbers first; the older order wins. Without statistics SQLite would rather walk all living orders for each reference,
 * so the indexes are named.
 */
function findHeads(context: LoadContext, references: readonly string[]): Map<string, NamedHead> {
  const steps = context.ordersByNumber ? [headsByNumber, headsByKey] : [headsByKey, headsByNumber]
  const found = new Map<string, NamedHead>()
  for (const step of steps) {
    const rest = found.size === 0 ? references : references.filter((reference) => !found.has(reference))
    if (rest.length === 0) break
    for (const head of step(context, JSON.stringify(rest))) keepBetter(found, head)
  }
  return found
}

type NamedHead = Head & { reference: string; isOwnChannel: number }

/** An order of the file's own channel before one of another, the older before the newer. Chosen here: twins are rare. */
function keepBetter(found: Map<string, NamedHead>, head: NamedHead): void {
  const before = found.get(head.reference)
  const isBetter = !before || head.isOwnChannel > before.isOwnChannel
  if (isBetter || (head.isOwnChannel === before.isOwnChannel && head.id < before.id)) found.set(head.reference, head)
}

function headsByKey({ tx, channel }: LoadContext, references: string): NamedHead[] {
  return tx.all<NamedHead>(
    `SELECT j.value AS reference, 1 AS isOwnChannel, ${headColumns} FROM json_each(?) j
     CROSS JOIN sales_orders o INDEXED BY sales_orders_by_external_id ON o.channel = ? AND o.external_id = j.value
     WHERE o.deleted = 0`,
    references,
    channel,
  )
}

/** Lines of another channel's order are found all the same. */
function headsByNumber({ tx, channel }: LoadContext, references: string): NamedHead[] {
  return tx.all<NamedHead>(
    `SELECT j.value AS reference, o.channel = ? AS isOwnChannel, ${headColumns} FROM json_each(?) j
     CROSS JOIN sales_orders o INDEXED BY sales_orders_by_number ON o.number = j.value WHERE o.deleted = 0`,
    channel,
    references,
  )
}

type ToBase = (currency: string, rate: string | null) => OpenOrder['toBase']

function openOrder(head: Head, lines: readonly KnownLine[], toBase: ToBase): OpenOrder {
  return {
    id: head.id,
    currency: head.currency,
    taxIncluded: head.taxIncluded === 1,
    soldOn: head.status === 'draft' || head.status === 'cancelled' ? null : head.orderedOn,
    dueOn: head.requiredOn,
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

/** Lines by what a file can know them by: their own key, else what they are of and its how-manieth line in the order. */
function keyedLines(lines: readonly KnownLine[]): Map<string, StoredLine> {
  const keyed = new Map<string, StoredLine>()
  const met = new Map<Id | string, number>()
  for (const line of lines) {
    if (line.externalId) keyed.set(`key ${line.externalId}`, line)
    const of = line.productId ?? line.description
    const count = (met.get(of) ?? 0) + 1
    met.set(of, count)
    keyed.set(`${typeof of === 'string' ? 'charge' : 'product'} ${of} ${count}`, line)
  }
  return keyed
}
