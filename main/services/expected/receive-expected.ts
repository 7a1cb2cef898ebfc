// Goods on order that have come in: posted as receipts, and no longer on order.
import type { WriteTx } from '#main/db/database.ts'
import { livingExpected } from '#main/services/expected/expected-commands.ts'
import { receiveGoods } from '#main/services/stock/receive-goods.ts'
import { AppError } from '#shared/errors.ts'
import { toMilli } from '#shared/quantity.ts'
import type { ReceiveExpectedInput } from '#shared/schemas/expected.ts'
import type { PostedDocument } from '#shared/schemas/stock-documents.ts'

type Line = ReceiveExpectedInput['lines'][number]

/** One receipt for each warehouse and supplier. More than was ordered may come, and less: the rest stays on order or is let go. */
export function receiveExpected(
  tx: WriteTx,
  { on, reference, note, keepsRest, lines }: ReceiveExpectedInput,
): PostedDocument[] {
  const goods = lines.map((line, index) => ({ line, expected: openExpected(tx, line, index) }))
  const groups = Map.groupBy(goods, ({ expected }) => `${expected.warehouseId} ${expected.supplierId}`)
  const posted = [...groups.values()].map((group) => {
    const [first] = group
    if (!first) throw new Error('a group of nothing')
    const { warehouseId, supplierId } = first.expected
    return receiveGoods(tx, {
      number: '',
      on,
      reference,
      note,
      warehouseId,
      partyId: supplierId,
      lines: group.map(({ line: { id: _, ...line }, expected }) => ({ ...line, productId: expected.productId })),
    })
  })
  // Lines of one order may come in several batches: together they are what came of it.
  for (const [id, parts] of Map.groupBy(goods, ({ line }) => line.id)) {
    const cameMilli = parts.reduce((sum, { line }) => sum + toMilli(line.quantity), 0)
    const rest = (parts[0]?.expected.qtyMilli ?? 0) - cameMilli
    if (keepsRest && rest > 0) {
      tx.update('expected_goods', id, { qty_milli: rest })
      // What came of it is told by itself, so that lead times can be read off it.
      tx.run(
        `INSERT INTO expected_goods (id, product_id, warehouse_id, supplier_id, qty_milli, ordered_on, expected_on, received_on,
           reference, status, note)
         SELECT ?, product_id, warehouse_id, supplier_id, CAST(? AS INTEGER), ordered_on, expected_on, ?, reference, 'received', note
         FROM expected_goods WHERE id = ?`,
        ...[tx.nextId(), cameMilli, on, id],
      )
    } else tx.update('expected_goods', id, { status: 'received', received_on: on })
  }
  return posted
}

function openExpected(tx: WriteTx, { id }: Line, index: number) {
  const expected = livingExpected(tx, id)
  if (expected.status !== 'open') throw new AppError('expected/not-open', { field: `lines.${index}.quantity` })
  return expected
}
