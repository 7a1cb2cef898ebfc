import { expect, test } from 'vitest'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { addNote } from '#main/services/notes/note-commands.ts'
import { addTask, removeTasks } from '#main/services/tasks/task-commands.ts'
import type { Id } from '#shared/ids.ts'
import { taskInput } from '#shared/schemas/tasks.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { mergeCopy } from '#tests/support/book-copies.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'

test('two products that each became the variant of the other', () => {
  let one = 0 as Id
  let other = 0 as Id
  const pair = pairOf((tx) => {
    one = makeProduct(tx, { sku: 'A', kind: 'family' })
    other = makeProduct(tx, { sku: 'B', kind: 'family' })
  })
  const book = merged(
    pair,
    (tx) => tx.update('products', one, { parent_id: other }),
    (tx) => tx.update('products', other, { parent_id: one }),
  )
  expect(rulesWithClashes(book)).toEqual(['products/family-cycle'])
  expect(clashesOf(book, 'products/family-cycle')).toHaveLength(2)
  mendAll(book, { rule: 'products/family-cycle', mending: 'unlink' })
  const parents = book.read((db) => db.raw('SELECT parent_id FROM products WHERE parent_id IS NOT NULL'))
  expect(parents).toHaveLength(1)
  expect(rulesWithClashes(book)).toEqual([])
})

test('kits that came to hold each other: the part added last goes', () => {
  const kits: Id[] = []
  const pair = pairOf((tx) => {
    for (const sku of ['A', 'B', 'C']) kits.push(makeProduct(tx, { sku, kind: 'kit' }))
  })
  const [a = 0, b = 0, c = 0] = kits
  const book = merged(
    pair,
    (tx) => {
      tx.insert('kit_parts', { kit_id: a, part_id: b, qty_milli: 1000 })
      tx.insert('kit_parts', { kit_id: b, part_id: c, qty_milli: 1000 })
    },
    (tx) => tx.insert('kit_parts', { kit_id: c, part_id: a, qty_milli: 1000 }),
  )
  expect(rulesWithClashes(book)).toEqual(['kits/cycle'])
  expect(clashesOf(book, 'kits/cycle')[0]?.records.map(({ record }) => record?.code)).toEqual(['A', 'B', 'C'])
  mendAll(book, { rule: 'kits/cycle', mending: 'unlink' })
  expect(book.read((db) => db.raw('SELECT kit_id, part_id FROM live_kit_parts'))).toEqual([
    [a, b],
    [b, c],
  ])
})

/** Mei makes a product that Li gets and sells, and takes the making back. */
function soldWhileDeleted() {
  const pair = pairOf()
  const { result: product, operationId } = pair.mei.writeNamed('products.add', (tx) =>
    makeProduct(tx, { sku: 'A', nameEn: 'Chair', barcodes: ['4006381333931'] }),
  )
  mergeCopy(pair.li, pair.mei)
  pair.mei.write((tx) => undoOperation(tx, operationId as Id))
  pair.li.write((tx) => {
    makeOrder(tx, { lines: [{ productId: product, quantity: 1, unitPrice: '5' }] })
    makeOrder(tx, { status: 'draft', lines: [{ productId: product, quantity: 1, unitPrice: '5' }] })
  })
  mergeCopy(pair.mei, pair.li)
  return { book: pair.mei, product }
}

test('lines that point at a deleted product, sold or not, bring it back with what went with it', () => {
  const { book, product } = soldWhileDeleted()
  expect(rulesWithClashes(book)).toEqual(['references/deleted'])
  const clashes = clashesOf(book, 'references/deleted')
  expect(clashes).toHaveLength(2)
  expect(clashes[0]).toMatchObject({
    facts: { table: 'order_lines', column: 'product_id', target: 'products', targetId: product },
    mendings: [{ id: 'restore' }, { id: 'unlink' }],
  })
  expect(clashes[0]?.records.map(({ record }) => record?.kind).sort()).toEqual(['order', 'product'])
  mendAll(book, { rule: 'references/deleted', mending: 'restore' })
  expect(book.read((db) => db.raw('SELECT code FROM live_product_barcodes'))).toEqual([['4006381333931']])
  expect(rulesWithClashes(book)).toEqual([])
})

test('or are taken off it', () => {
  const { book } = soldWhileDeleted()
  mendAll(book, { rule: 'references/deleted', mending: 'unlink' })
  expect(book.read((db) => db.raw('SELECT DISTINCT product_id FROM live_order_lines'))).toEqual([[null]])
  expect(rulesWithClashes(book)).toEqual([])
})

test('a note written on a task that the other copy removed', () => {
  let task = 0 as Id
  const pair = pairOf((tx) => {
    task = addTask(tx, taskInput.parse({ title: 'Call' }))
    addNote(tx, { kind: 'task', id: task }, 'Old')
  })
  const book = merged(
    pair,
    (tx) => removeTasks(tx, [task]),
    (tx) => addNote(tx, { kind: 'task', id: task }, 'New'),
  )
  expect(clashesOf(book, 'references/deleted').map(({ records }) => records.map(({ label }) => label))).toEqual([
    ['', 'New'],
  ])
})
