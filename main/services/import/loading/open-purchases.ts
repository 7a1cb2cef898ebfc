// Purchase orders while a file's lines are put into them, looked up for a group of rows at once.
import { baseCurrency } from '#main/services/book/book-queries.ts'
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import { baseConverter } from '#main/services/rates/document-rate.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type OpenPurchase = {
  id: Id
  currency: string
  orderedOn: Day
  /** Whether somebody wrote down when it was ordered. */
  isDayKnown: boolean
  isHistory: boolean
  toBase: (minor: number) => number | null
  /** The last line's; the next line comes behind it. */
  position: number
  /** Lines there before, by what a file can know them by. */
  before: ReadonlyMap<string, PurchaseLineBefore>
  /** How often the file has met a product in this order, for files whose lines have no key. */
  met: Map<Id | string, number>
  /** Receipts of this order by the day they came in; '' for those that nobody wrote a day to. */
  receipts: Map<string, Id>
}

export type PurchaseLineBefore = { id: Id; receivedMilli: number; rejectedMilli: number }

export type OpenPurchases = {
  /** Opens all that these references name, as far as they are known. */
  openAhead(references: Iterable<string>): void
  byReference(reference: string): OpenPurchase | null
  byId(id: Id): OpenPurchase
}

type Head = {
  id: Id
  currency: string
  rate: string | null
  orderedOn: Day
  sentOn: Day | null
  isHistory: number
  lineCount: number
}
type NamedHead = Head & { reference: string; isOwnChannel: number }
type KnownLine = PurchaseLineBefore & {
  orderId: Id
  externalId: string
  productId: Id | null
  description: string
  position: number
}

export function openPurchases(context: LoadContext): OpenPurchases {
  const { tx } = context
  const base = baseCurrency(tx)
  const orders = new Map<Id, OpenPurchase>()
  const named = new Map<string, OpenPurchase>()
  const openAll = (heads: readonly Head[]) => {
    const fresh = heads.filter(({ id }) => !orders.has(id))
    const { lines, receipts } = before(context, fresh)
    for (const head of fresh) {
      orders.set(
        head.id,
        openPurchase(base, head, { lines: lines.get(head.id) ?? [], receipts: receipts.get(head.id) }),
      )
    }
  }
  const openNamed = (references: readonly string[]) => {
    const heads = findHeads(context, references)
    openAll([...heads.values()])
    for (const [reference, { id }] of heads) {
      const order = orders.get(id)
      if (order) named.set(reference, order)
    }
  }
  return {
    openAhead(references) {
      const unknown = [...references].filter((reference) => !named.has(reference))
      if (unknown.length > 0) openNamed(unknown)
    },
    byReference(reference) {
      if (!named.has(reference)) openNamed([reference])
      return named.get(reference) ?? null
    },
    byId(id) {
      if (!orders.has(id)) openAll(tx.all<Head>(`SELECT ${headColumns} FROM purchase_orders o WHERE o.id = ?`, id))
      const order = orders.get(id)
      if (!order) throw new Error(`no purchase order ${id}`)
      return order
    },
  }
}

const headColumns = `o.id, o.currency, o.rate, o.ordered_on AS orderedOn, o.sent_on AS sentOn, o.is_history AS isHistory,
  o.line_count AS lineCount`

const linesOf = `SELECT order_id AS orderId, id, external_id AS externalId, product_id AS productId, description, position,
    received_milli AS receivedMilli, rejected_milli AS rejectedMilli
  FROM purchase_lines INDEXED BY purchase_lines_by_order
  WHERE order_id IN (SELECT value FROM json_each(?)) AND deleted = 0 ORDER BY position, id`

const receiptsOf = `SELECT order_id AS orderId, id, coalesce(received_on, '') AS "on"
  FROM purchase_receipts INDEXED BY purchase_receipts_by_order
  WHERE order_id IN (SELECT value FROM json_each(?)) AND deleted = 0 AND status = 'posted' AND document_id IS NULL ORDER BY id`

type Receipt = { orderId: Id; id: Id; on: string }

/** What the orders hold already. An order that this import has made holds nothing but what the import put there. */
function before({ tx, touchedPurchases }: LoadContext, heads: readonly Head[]) {
  // The count is settled at the end of an import: orders that got lines in this one are looked at whatever it says.
  const filled = heads.filter(({ id, lineCount }) => lineCount > 0 || touchedPurchases.has(id))
  const ids = JSON.stringify(filled.map(({ id }) => id))
  const lines = filled.length === 0 ? [] : tx.all<KnownLine>(linesOf, ids)
  const receipts = lines.length === 0 ? [] : tx.all<Receipt>(receiptsOf, ids)
  return {
    lines: Map.groupBy(lines, ({ orderId }) => orderId),
    receipts: Map.groupBy(receipts, ({ orderId }) => orderId),
  }
}

type Held = { lines: readonly KnownLine[]; receipts: readonly Receipt[] | undefined }

function openPurchase(base: string, head: Head, { lines, receipts = [] }: Held): OpenPurchase {
  return {
    id: head.id,
    currency: head.currency,
    orderedOn: head.orderedOn,
    isDayKnown: head.sentOn !== null || head.isHistory === 0,
    isHistory: head.isHistory === 1,
    toBase: baseConverter(head.currency, base, head.rate),
    position: lines.at(-1)?.position ?? 0,
    before: keyedLines(lines),
    met: new Map(),
    receipts: new Map(receipts.toReversed().map(({ on, id }) => [on, id])),
  }
}

/** Lines by what a file can know them by: their own key, else what they are of and its how-manieth line in the order. */
function keyedLines(lines: readonly KnownLine[]): Map<string, PurchaseLineBefore> {
  const keyed = new Map<string, PurchaseLineBefore>()
  const met = new Map<Id | string, number>()
  for (const line of lines) {
    if (line.externalId) keyed.set(`key ${line.externalId}`, line)
    keyed.set(placeAmong(met, line.productId ?? line.description), line)
  }
  return keyed
}

/** The next line of a product, or of goods that are described only, in the order. */
export function placeAmong(met: Map<Id | string, number>, of: Id | string): string {
  const count = (met.get(of) ?? 0) + 1
  met.set(of, count)
  return `${typeof of} ${of} ${count}`
}

/**
 * Orders that references name. A column of keys is looked up among the channel's keys first, a column of numbers among the
 * numbers first; the file's own channel wins, then the older order.
 */
function findHeads(context: LoadContext, references: readonly string[]): Map<string, NamedHead> {
  const steps = context.ordersByNumber ? [headsByNumber, headsByKey] : [headsByKey, headsByNumber]
  const found = new Map<string, NamedHead>()
  for (const step of steps) {
    const rest = references.filter((reference) => !found.has(reference))
    if (rest.length === 0) break
    for (const head of step(context, JSON.stringify(rest))) {
      if (!found.has(head.reference)) found.set(head.reference, head)
    }
  }
  return found
}

function headsByKey({ tx, channel }: LoadContext, references: string): NamedHead[] {
  return tx.all<NamedHead>(
    `SELECT j.value AS reference, 1 AS isOwnChannel, ${headColumns} FROM json_each(?) j
     CROSS JOIN purchase_orders o INDEXED BY purchase_orders_by_external_id ON o.channel = ? AND o.external_id = j.value
     WHERE o.deleted = 0 ORDER BY o.id`,
    references,
    channel,
  )
}

function headsByNumber({ tx, channel }: LoadContext, references: string): NamedHead[] {
  return tx.all<NamedHead>(
    `SELECT j.value AS reference, o.channel = ? AS isOwnChannel, ${headColumns} FROM json_each(?) j
     CROSS JOIN purchase_orders o INDEXED BY purchase_orders_by_number ON o.number = j.value
     WHERE o.deleted = 0 ORDER BY isOwnChannel DESC, o.id`,
    channel,
    references,
  )
}
