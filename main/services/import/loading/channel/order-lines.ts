// The lines of a channel's order: made, or brought up to what the file says now. A line is known by its own key, else as the
// how-manieth of its SKU in the order.
import type { WriteTx } from '#main/db/database.ts'
import { inOurUnits } from '#main/domain/channels/our-units.ts'
import type { ChannelLine, ChannelOrder } from '#main/domain/import/channels/channel-order.ts'
import { takeColumns } from '#main/services/import/loading/channel/hand-made.ts'
import type { SkuMeaning, SkuProducts } from '#main/services/import/loading/channel/sku-products.ts'
import type { Id } from '#shared/ids.ts'
import { netMinor } from '#shared/order-money.ts'

export type LinesBefore = {
  byKey: Map<string, StoredLine>
  bySku: Map<string, StoredLine[]>
  met: Map<string, number>
  last: number
}

type StoredLine = {
  id: Id
  position: number
  externalId: string
  externalSku: string
  description: string
  qtyMilli: number
  shippedMilli: number
}

export function linesBefore(tx: WriteTx, orderId: Id | null): LinesBefore {
  const lines =
    orderId === null
      ? []
      : tx.all<StoredLine>(
          `SELECT id, position, external_id AS externalId, external_sku AS externalSku, description, qty_milli AS qtyMilli,
             shipped_milli AS shippedMilli FROM order_lines INDEXED BY order_lines_by_order
           WHERE order_id = ? AND deleted = 0 ORDER BY position, id`,
          orderId,
        )
  return {
    byKey: new Map(lines.filter((line) => line.externalId !== '').map((line) => [line.externalId, line])),
    bySku: Map.groupBy(lines, skuKey),
    met: new Map(),
    last: lines.at(-1)?.position ?? 0,
  }
}

export type WrittenLine = {
  row: number
  id: Id
  outcome: 'new' | 'changed' | 'unchanged'
  meaning: SkuMeaning
  /** In our units. */
  qtyMilli: number
  alreadySent: boolean
  /** More of it was sent from here than the file still wants: it stays as it was sent. */
  isSentBeyond: boolean
  kept: string[]
}

export type LineParts = {
  tx: WriteTx
  orderId: Id
  order: ChannelOrder
  before: LinesBefore
  skus: SkuProducts
  toBase: (minor: number) => number | null
}

export function writeLine(parts: LineParts, line: ChannelLine): WrittenLine {
  const { tx, orderId, before, skus } = parts
  const meaning = line.externalSku === '' ? noProduct : skus.meaningOf(line.externalSku, line.description)
  const columns = lineColumns(parts, line, meaning)
  const known = lineOf(before, line)
  const common = { row: line.row, meaning, qtyMilli: columns.qty_milli - columns.cancelled_milli }
  if (known === undefined) {
    before.last += 1
    const id = tx.insert('order_lines', { order_id: orderId, position: before.last, ...columns })
    return { ...common, id, outcome: 'new', alreadySent: false, isSentBeyond: false, kept: [] }
  }
  const isSentBeyond = known.shippedMilli > Math.max(0, common.qtyMilli)
  if (isSentBeyond) return { ...common, id: known.id, outcome: 'unchanged', alreadySent: true, isSentBeyond, kept: [] }
  const { outcome, kept } = takeColumns(tx, { table: 'order_lines', id: known.id }, changes(columns, known), [money])
  return { ...common, id: known.id, outcome, alreadySent: known.shippedMilli > 0, isSentBeyond, kept }
}

const noProduct: SkuMeaning = { productId: null, factorMilli: 1000, isLeft: true }

const money = [
  ...['product_id', 'qty_milli', 'cancelled_milli', 'price_micros', 'discount_ppm', 'discount_minor', 'tax_ppm'],
  ...['total_minor', 'tax_minor', 'base_minor'],
]

function lineColumns({ order, toBase }: LineParts, line: ChannelLine, { productId, factorMilli }: SkuMeaning) {
  const { totalMinor, taxMinor } = line
  return {
    external_id: line.externalId,
    external_sku: line.externalSku,
    product_id: productId,
    description: line.description,
    ...inOurUnits(line, factorMilli, order.currency),
    tax_ppm: line.taxPpm,
    total_minor: totalMinor,
    tax_minor: taxMinor,
    base_minor: toBase(netMinor({ totalMinor, taxMinor }, order.taxIncluded)),
    promised_on: line.promisedOn,
  }
}

type LineColumns = ReturnType<typeof lineColumns>

/** Files tell a cancelled line as none of it, or as all of it: what was ordered stays, and is no longer wanted. */
function changes(columns: LineColumns, known: StoredLine): Partial<LineColumns> {
  const { external_id: key, product_id: productId, ...rest } = columns
  const same = {
    ...rest,
    ...(key === '' ? {} : { external_id: key }),
    ...(productId === null ? {} : { product_id: productId }),
  }
  if (columns.qty_milli === 0 && known.qtyMilli > 0)
    return { ...same, qty_milli: known.qtyMilli, cancelled_milli: known.qtyMilli - known.shippedMilli }
  return same
}

function lineOf({ byKey, bySku, met }: LinesBefore, line: ChannelLine): StoredLine | undefined {
  const key = skuKey(line)
  const count = met.get(key) ?? 0
  met.set(key, count + 1)
  const own = line.externalId === '' ? undefined : byKey.get(line.externalId)
  if (own) return own
  const found = bySku.get(key)?.[count]
  // A line with another key is another line.
  return found && (line.externalId === '' || found.externalId === '') ? found : undefined
}

function skuKey({ externalSku, description }: { externalSku: string; description: string }): string {
  return externalSku || description
}
