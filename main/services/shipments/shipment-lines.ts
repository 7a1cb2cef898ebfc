// The lines of a shipment, made to be those of the form. What a shipment takes of an order's line is never more than is open of
// it and not held by another one.
import type { Param, WriteTx } from '#main/db/database.ts'
import type { ShipmentLinesTable, ShipmentsTable } from '#main/db/tables.ts'
import { keepRows } from '#main/services/records/keep-rows.ts'
import { freeOfLines, type Side } from '#main/services/shipments/lines-to-ship.ts'
import { hasMoved } from '#main/services/shipments/shipment-rows.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { ShipmentLineInput } from '#shared/schemas/shipments.ts'

type Owner = Pick<ShipmentsTable, 'id' | 'number' | 'kind' | 'status' | 'is_history' | 'follows_id'>

/** The ids of the lines, in the order of the list. */
export function keepShipmentLines(tx: WriteTx, shipment: Owner, lines: readonly ShipmentLineInput[]): Id[] {
  const before = new Map(
    tx
      .all<ShipmentLinesTable>('SELECT * FROM live_shipment_lines WHERE shipment_id = ?', shipment.id)
      .map((row) => [row.id, row] as const),
  )
  const columns = lines.map((line, index) => ({
    id: line.id,
    columns: lineColumns(tx, shipment, { line, index }, before),
  }))
  const isSame = columns.length === before.size && columns.every(({ id, columns: own }) => isAsBefore(own, id, before))
  if (isSame) return columns.flatMap(({ id }) => id ?? [])
  refuseMoved(tx, shipment)
  const ids = keepRows(
    tx,
    {
      table: 'shipment_lines',
      owner: { column: 'shipment_id', id: shipment.id },
      field: 'lines',
      missing: 'shipments/row-not-found',
      onDrop: (id) => emptyLine(tx, id),
    },
    columns,
  )
  refuseTooMuch(tx, shipment)
  return ids
}

function isAsBefore(
  columns: Readonly<Record<string, Param>>,
  id: Id | undefined,
  before: ReadonlyMap<Id, ShipmentLinesTable>,
): boolean {
  const row = id === undefined ? undefined : before.get(id)
  return (
    row !== undefined &&
    Object.entries(columns).every(([name, value]) => row[name as keyof ShipmentLinesTable] === value)
  )
}

/** What left, and what came in, was booked by these lines. */
function refuseMoved(tx: WriteTx, { id, number, is_history }: Owner): void {
  if (is_history === 0 && hasMoved(tx, id)) throw new AppError('shipments/lines-fixed', { number, field: 'lines' })
}

/** A line that goes, or holds less, leaves its parcels. */
export function emptyLine(tx: WriteTx, lineId: Id): void {
  for (const [id] of tx.raw('SELECT id FROM live_parcel_lines WHERE line_id = ?', lineId)) {
    tx.update('parcel_lines', id as Id, { deleted: 1 })
  }
}

type Given = { line: ShipmentLineInput; index: number }

function lineColumns(
  tx: WriteTx,
  { kind }: Owner,
  { line, index }: Given,
  before: ReadonlyMap<Id, ShipmentLinesTable>,
): Record<string, Param> {
  const field = `lines.${index}`
  const { orderLineId, purchaseLineId } = line
  if (orderLineId !== null && (kind === 'purchase' || kind === 'transfer' || purchaseLineId !== null))
    throw new AppError('shipments/line-of-other-kind', { field })
  if (purchaseLineId !== null && kind !== 'purchase') throw new AppError('shipments/line-of-other-kind', { field })
  const row = line.id === undefined ? undefined : before.get(line.id)
  return {
    position: index + 1,
    order_line_id: orderLineId,
    purchase_line_id: purchaseLineId,
    ...goodsOf(tx, line, row, field),
    qty_milli: toMilli(line.quantity),
  }
}

type Goods = Pick<ShipmentLinesTable, 'product_id' | 'description'>

/** What is newly named must be there; what the line names already may have gone since. */
function goodsOf(tx: WriteTx, line: ShipmentLineInput, row: ShipmentLinesTable | undefined, field: string): Goods {
  const { orderLineId, purchaseLineId, productId, description } = line
  const [table, sourceId, code] =
    orderLineId !== null
      ? (['order_lines', orderLineId, 'orders/line-not-found'] as const)
      : (['purchase_lines', purchaseLineId, 'purchases/line-not-found'] as const)
  if (sourceId === null) {
    const told = productId === undefined ? (row?.product_id ?? null) : productId
    if (told !== null && told !== row?.product_id && !tx.get('SELECT 1 FROM live_products WHERE id = ?', told))
      throw new AppError('catalog/product-not-found', { field: `${field}.productId` })
    return { product_id: told, description }
  }
  const isKnown = row !== undefined && row.order_line_id === orderLineId && row.purchase_line_id === purchaseLineId
  const source = tx.get<Goods>(
    `SELECT product_id, description FROM ${isKnown ? '' : 'live_'}${table} WHERE id = ?`,
    sourceId,
  )
  if (!source) throw new AppError(code, { field })
  const usual = row && isKnown ? row.product_id : source.product_id
  // A form shows a line that says nothing itself by the words of its order: given back, they are no change.
  const isGivenBack = row?.description === '' && description === source.description
  return { product_id: productId === undefined ? usual : productId, description: isGivenBack ? '' : description }
}

/** `shipments/too-much` with the line, what was asked and what is free. One that sends another anew takes the same goods again. */
export function refuseTooMuch(tx: WriteTx, { id, kind, status, is_history, follows_id }: Owner): void {
  if (is_history === 1 || follows_id !== null || (kind !== 'order' && kind !== 'purchase')) return
  if (kind === 'order' && status === 'sent') return
  const side: Side = kind
  const column = side === 'order' ? 'order_line_id' : 'purchase_line_id'
  const asked = tx.raw(
    `SELECT ${column}, sum(qty_milli), min(position) FROM live_shipment_lines
     WHERE shipment_id = ? AND ${column} IS NOT NULL GROUP BY ${column} ORDER BY min(position)`,
    id,
  ) as [Id, number, number][]
  const free = freeOfLines(
    tx,
    side,
    asked.map(([lineId]) => lineId),
    id,
  )
  for (const [lineId, milli, position] of asked) {
    const freeMilli = free.get(lineId)?.freeMilli ?? 0
    if (milli <= freeMilli) continue
    const details = { ...wordsOf(tx, side, lineId), asked: milli / 1000, open: freeMilli / 1000 }
    throw new AppError('shipments/too-much', { ...details, field: `lines.${position - 1}.quantity` })
  }
}

function wordsOf(tx: WriteTx, side: Side, lineId: Id): { number: string; line: string } {
  const [lines, orders] = side === 'order' ? ['order_lines', 'sales_orders'] : ['purchase_lines', 'purchase_orders']
  return (
    tx.get<{ number: string; line: string }>(
      `SELECT o.number, coalesce(p.sku, nullif(l.description, ''), CAST(l.position AS TEXT)) AS line FROM ${lines} l
       JOIN ${orders} o ON o.id = l.order_id LEFT JOIN products p ON p.id = l.product_id WHERE l.id = ?`,
      lineId,
    ) ?? { number: '', line: '' }
  )
}
