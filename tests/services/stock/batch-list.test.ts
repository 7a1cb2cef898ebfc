// What is written down of batches, and what is left of them where.
import { expect, test } from 'vitest'
import { setCells } from '#main/services/lists/set-cells.ts'
import { editBatch, setBatchesArchived } from '#main/services/stock/batch-commands.ts'
import { getBatch, listBatches } from '#main/services/stock/batch-list.ts'
import { postMovement } from '#main/services/stock/stock-ledger.ts'
import { asDay } from '#shared/dates.ts'
import { batchInput } from '#shared/schemas/batches.ts'
import { setCellsInput } from '#shared/schemas/cells.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { testBook } from '#tests/support/test-book.ts'

function batchBook() {
  const book = testBook()
  const [late, soon, never] = book.write((tx) => {
    const productId = makeProduct(tx, { sku: 'TEA', tracking: 'batch' })
    const shed = tx.insert('warehouses', { name: 'Shed' })
    const batch = (code: string, expiresOn: string | null) =>
      tx.insert('batches', { product_id: productId, code, expires_on: expiresOn })
    const ids = [batch('LATE', '2027-06-01'), batch('SOON', '2026-12-01'), batch('NEVER', null)]
    for (const [warehouseId, qtyMilli] of [
      [1, 2000],
      [shed, 3500],
    ] as const)
      postMovement(tx, {
        productId,
        warehouseId,
        movedOn: asDay('2026-11-01'),
        kind: 'receipt',
        qtyMilli,
        batchId: ids[1] ?? 0,
      })
    return ids
  }) as [number, number, number]
  return { book, late, soon, never }
}

test('the list is the expiry list: what expires first stands first, with what is left and where', () => {
  const { book } = batchBook()
  const { rows, total } = book.read((db) => listBatches(db, listInput.parse({})))
  expect(total).toBe(3)
  const dated = rows.filter(({ expiresOn }) => expiresOn !== null)
  expect(dated.map(({ code, onHand, places }) => [code, onHand, places])).toEqual([
    ['SOON', 5.5, 'Shed'],
    ['LATE', 0, ''],
  ])
})

test('days and note can be set right; a code is the product’s own; what is left of one keeps it in the list', () => {
  const { book, late, soon } = batchBook()
  const edit = (id: number, draft: object) => book.write((tx) => editBatch(tx, id, batchInput.parse(draft)))
  expect(refusal(() => edit(late, { code: 'SOON' }))).toMatchObject({
    code: 'batches/code-taken',
    details: { field: 'code' },
  })
  expect(refusal(() => edit(late, { code: 'LATE', madeOn: '2026-02-02', expiresOn: '2026-02-01' }))).toMatchObject({
    code: 'batches/expires-before-made',
    details: { field: 'expiresOn' },
  })
  edit(late, { code: 'LATER', madeOn: '2026-01-01', expiresOn: '2028-01-01', note: 'by letter' })
  expect(book.read((db) => getBatch(db, late))).toMatchObject({
    code: 'LATER',
    madeOn: '2026-01-01',
    note: 'by letter',
  })
  expect(refusal(() => book.write((tx) => setBatchesArchived(tx, [soon], true)))).toMatchObject({
    code: 'batches/not-empty',
  })
  book.write((tx) => setBatchesArchived(tx, [late], true))
  const cells = setCellsInput.parse({ list: 'batches', cells: [{ id: soon, column: 'expiresOn', text: '2026/12/24' }] })
  expect(book.write((tx) => setCells(tx, cells))).toMatchObject({ changed: 1, refused: 0 })
  expect(book.read((db) => getBatch(db, soon)).expiresOn).toBe('2026-12-24')
})
