import { describe, expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import {
  addWarehouse,
  editWarehouse,
  removeWarehouse,
  setWarehousesArchived,
} from '#main/services/places/warehouse-commands.ts'
import { getWarehouse, listWarehouses } from '#main/services/places/warehouse-queries.ts'
import { recordTitles } from '#main/services/records/record-titles.ts'
import { postMovement } from '#main/services/stock/stock-ledger.ts'
import { asDay } from '#shared/dates.ts'
import { type WarehouseDraft, warehouseInput } from '#shared/schemas/warehouses.ts'
import { makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const add = (book: TestBook, draft: WarehouseDraft) => book.write((tx) => addWarehouse(tx, warehouseInput.parse(draft)))
const edit = (book: TestBook, id: number, draft: WarehouseDraft) =>
  book.write((tx) => editWarehouse(tx, id, warehouseInput.parse(draft)))
const receive = (tx: WriteTx, warehouseId: number, qtyMilli: number, beside: { binId?: number; on?: string } = {}) => {
  const productId = (tx.raw('SELECT id FROM products LIMIT 1')[0]?.[0] as number) ?? makeProduct(tx, { sku: 'A' })
  const movedOn = asDay(beside.on ?? '2026-11-02')
  return postMovement(tx, { productId, warehouseId, movedOn, kind: 'receipt', qtyMilli, binId: beside.binId ?? null })
}

describe('warehouses', () => {
  test('stand with the main one first and transit last; both are there from the start and stay', () => {
    const book = testBook()
    const shed = add(book, { name: 'Shed', code: 'S', kind: 'third_party', country: 'DE', shortage: 'warn' })
    add(book, { name: 'Attic', isSellable: false })
    const all = book.read((db) => listWarehouses(db))
    expect(all.map(({ id, name, kind, isFixed }) => [id > 2, name, kind, isFixed])).toEqual([
      [false, '', 'own', true],
      [true, 'Attic', 'own', false],
      [true, 'Shed', 'third_party', false],
      [false, '', 'transit', true],
    ])
    for (const id of [1, 2]) {
      expect(refusal(() => book.write((tx) => setWarehousesArchived(tx, [id], true)))).toMatchObject({
        code: 'warehouses/fixed',
      })
      expect(refusal(() => book.write((tx) => removeWarehouse(tx, id)))).toMatchObject({ code: 'warehouses/fixed' })
    }
    expect(refusal(() => edit(book, 2, { name: 'X' }))).toMatchObject({ code: 'warehouses/fixed' })
    // Only the main one may go without a name of its own; it is called by the program's word then.
    edit(book, 1, { code: 'HQ' })
    expect(refusal(() => edit(book, shed, { code: 'S' }))).toMatchObject({
      code: 'warehouses/no-name',
      details: { field: 'name' },
    })
    const titles = book.read((db) => recordTitles(db, [{ kind: 'warehouse', id: 1 }]))
    expect([...titles.values()]).toMatchObject([{ code: 'HQ', name: 'Main warehouse', nameZh: '主仓库' }])
  })

  test('no two have one name or code, whatever the letter case', () => {
    const book = testBook()
    add(book, { name: 'Shed', code: 'S1' })
    const other = add(book, { name: 'Attic', code: 'A1' })
    expect(refusal(() => add(book, { name: 'SHED' }))).toMatchObject({
      code: 'warehouses/name-taken',
      details: { field: 'name' },
    })
    expect(refusal(() => edit(book, other, { name: 'Attic', code: 's1' }))).toMatchObject({
      code: 'warehouses/code-taken',
    })
    edit(book, other, { name: 'attic', code: 'a1' })
  })

  test('are archived once they are empty, and deleted only where nothing ever lay', () => {
    const book = testBook()
    const used = add(book, { name: 'Used' })
    const fresh = add(book, { name: 'Fresh', bins: [{ code: 'B' }] })
    book.write((tx) => receive(tx, used, 5000))
    expect(refusal(() => book.write((tx) => setWarehousesArchived(tx, [used], true)))).toMatchObject({
      code: 'warehouses/not-empty',
      details: { name: 'Used', count: 1 },
    })
    book.write((tx) => receive(tx, used, -5000))
    book.write((tx) => setWarehousesArchived(tx, [used], true))
    expect(book.read((db) => listWarehouses(db, { archived: true })).map(({ name }) => name)).toEqual(['Used'])
    expect(refusal(() => book.write((tx) => removeWarehouse(tx, used)))).toMatchObject({ code: 'warehouses/in-use' })
    const { operationId } = book.writer.write('warehouses.remove', null, (tx) => removeWarehouse(tx, fresh))
    expect(book.read((db) => db.raw('SELECT code FROM live_bins'))).toEqual([])
    book.write((tx) => undoOperation(tx, operationId ?? 0))
    expect(book.read((db) => getWarehouse(db, fresh)).bins.map(({ code }) => code)).toEqual(['B'])
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('a start day cannot make history of what has moved', () => {
    const book = testBook()
    const id = add(book, { name: 'Shed' })
    book.write((tx) => receive(tx, id, 1000, { on: '2026-11-05' }))
    edit(book, id, { name: 'Shed', startsOn: '2026-11-05' })
    expect(refusal(() => edit(book, id, { name: 'Shed', startsOn: '2026-11-06' }))).toMatchObject({
      code: 'warehouses/moved-before',
      details: { day: '2026-11-05', field: 'startsOn' },
    })
  })
})

describe('bins', () => {
  test('keep to the list of the form: names go, used ones are put away, filled ones stay', () => {
    const book = testBook()
    const id = add(book, { name: 'Shed', bins: [{ code: 'A' }, { code: 'B' }, { code: 'C' }] })
    const bins = () => book.read((db) => getWarehouse(db, id)).bins
    const [a, b, c] = bins().map((bin) => bin.id)
    book.write((tx) => {
      receive(tx, id, 1000, { binId: b ?? 0 })
      receive(tx, id, 1000, { binId: c ?? 0 })
      receive(tx, id, -1000, { binId: c ?? 0 })
    })
    expect(refusal(() => edit(book, id, { name: 'Shed', bins: [] }))).toMatchObject({
      code: 'warehouses/bin-not-empty',
      details: { code: 'B' },
    })
    edit(book, id, { name: 'Shed', bins: [{ id: b, code: 'B9', note: 'moved' }] })
    expect(bins()).toEqual([{ id: b, code: 'B9', note: 'moved' }])
    expect(book.read((db) => db.raw('SELECT id, archived, deleted FROM bins ORDER BY id'))).toEqual([
      [a, 0, 1],
      [b, 0, 0],
      [c, 1, 0],
    ])
    // What was put away comes back as the bin that it was.
    edit(book, id, { name: 'Shed', bins: [{ id: b, code: 'B9' }, { code: 'c' }] })
    expect(bins().map((bin) => bin.id)).toEqual([b, c])
    expect(refusal(() => edit(book, id, { name: 'Shed', bins: [{ code: 'X' }, { code: 'x' }] }))).toMatchObject({
      code: 'warehouses/bin-twice',
      details: { field: 'bins.1.code' },
    })
  })
})
