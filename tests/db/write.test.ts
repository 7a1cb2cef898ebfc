import { expect, test } from 'vitest'
import { createBook } from '#main/db/book.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import type { Instant } from '#shared/dates.ts'
import { idParts } from '#shared/ids.ts'
import { testBook } from '#tests/support/test-book.ts'

type Change = { row_id: number; before: string; after: string }

const changesOf = (book: ReturnType<typeof testBook>) =>
  book
    .read((db) => db.all<Change>('SELECT row_id, before, after FROM changes ORDER BY id'))
    .map(({ row_id, before, after }) => ({ row_id, before: JSON.parse(before), after: JSON.parse(after) }))

test('an update is logged with only the columns that changed, a group whole', () => {
  const book = testBook()
  const id = book.write((tx) => tx.insert('products', { sku: 'A-1', name_en: 'Mug' }))
  book.write((tx) => tx.update('products', id, { name_en: 'mug', price_micros: 1_500_000, price_currency: 'USD' }))
  book.write((tx) => tx.update('products', id, { price_micros: 2_000_000 }))
  expect(changesOf(book)).toEqual([
    {
      row_id: id,
      before: { name_en: 'Mug', price_micros: null, price_currency: null },
      after: { name_en: 'mug', price_micros: 1_500_000, price_currency: 'USD' },
    },
    {
      row_id: id,
      before: { price_micros: 1_500_000, price_currency: 'USD' },
      after: { price_micros: 2_000_000, price_currency: 'USD' },
    },
  ])
})

test('what an operation made are the rows whose ids lie in its span', () => {
  const book = testBook()
  const ids = book.write((tx) => [tx.insert('products', { sku: 'A' }), tx.insert('parties', { name: 'B' })])
  const [operation] = book.read((db) =>
    db.all<{ first_id: number; last_id: number }>('SELECT first_id, last_id FROM operations'),
  )
  expect(operation).toEqual({ first_id: ids[0], last_id: ids[1] })
  expect(idParts(ids[0] ?? 0)).toEqual({ replica: 1, counter: 1 })
})

test('an operation that changes nothing leaves no trace', () => {
  const book = testBook()
  const id = book.write((tx) => tx.insert('products', { sku: 'A' }))
  book.write((tx) => tx.update('products', id, { sku: 'A' }))
  expect(book.read((db) => db.all('SELECT id FROM operations'))).toHaveLength(1)
})

test('a failing write takes everything back, ids included', () => {
  const book = testBook()
  const fail = () =>
    book.write((tx) => {
      tx.insert('products', { sku: 'A' })
      throw new Error('no')
    })
  expect(fail).toThrow('no')
  expect(book.read((db) => db.all('SELECT id FROM products'))).toEqual([])
  const id = book.write((tx) => tx.insert('products', { sku: 'B' }))
  expect(idParts(id).counter).toBe(1)
})

test('a rehearsal leaves the book untouched', () => {
  const book = testBook()
  const before = book.connection.serialize()
  const made = book.writer.rehearse(null, (tx) => tx.insert('products', { sku: 'A' }))
  expect(made).toBeGreaterThan(0)
  expect(book.connection.serialize().equals(before)).toBe(true)
})

test('an attempt that is not kept takes back its own writes only', () => {
  const book = testBook()
  book.write((tx) => {
    tx.insert('products', { sku: 'KEPT' })
    tx.attempt(
      () => tx.insert('products', { sku: 'DROPPED' }),
      () => false,
    )
    expect(() =>
      tx.attempt(
        () => {
          tx.insert('products', { sku: 'THROWN' })
          throw new Error('no')
        },
        () => true,
      ),
    ).toThrow('no')
  })
  expect(book.read((db) => db.all<{ sku: string }>('SELECT sku FROM products')).map((row) => row.sku)).toEqual(['KEPT'])
})

test('outside an operation nothing can be changed, and nothing can ever be deleted', () => {
  const book = testBook()
  book.write((tx) => {
    const productId = tx.insert('products', { sku: 'A' })
    tx.insert('stock_movements', {
      product_id: productId,
      warehouse_id: 1,
      moved_on: '2026-01-01',
      kind: 'opening',
      qty_milli: 1000,
    })
  })
  book.write((tx) => tx.run("UPDATE products SET name_en = 'Mug'"))
  const run = (sql: string) => () => book.connection.exec(sql)
  expect(run("UPDATE products SET sku = 'B'")).toThrow('outside an operation')
  expect(run('DELETE FROM products')).toThrow('never deleted')
  expect(run("INSERT OR REPLACE INTO products (id, sku) SELECT id, 'C' FROM products")).toThrow('never deleted')
  expect(run('UPDATE stock_movements SET qty_milli = 1')).toThrow('never change')
  expect(run('DELETE FROM operations')).toThrow('never deleted')
  expect(run("UPDATE changes SET after = '{}'")).toThrow('never change')
  book.write((tx) => expect(() => tx.run('UPDATE products SET id = 5')).toThrow('ids never change'))
})

test('each operation hashes its predecessor, and the clock never runs backwards', () => {
  const times = [5000, 3000, 3000, 9000]
  const book = testBook({ now: () => (times.shift() ?? 10_000) as never })
  for (const sku of ['A', 'B', 'C']) book.write((tx) => tx.insert('products', { sku }))
  const operations = book.read((db) =>
    db.all<{ hash: string; previous_hash: string; clock: number; sequence: number }>(
      'SELECT hash, previous_hash, clock, sequence FROM operations ORDER BY sequence',
    ),
  )
  expect(operations.map((operation) => operation.sequence)).toEqual([1, 2, 3])
  expect(operations.map((operation) => operation.previous_hash)).toEqual(['', operations[0]?.hash, operations[1]?.hash])
  const clocks = operations.map((operation) => operation.clock)
  expect([...clocks].sort((a, b) => a - b)).toEqual(clocks)
  expect(new Set(clocks).size).toBe(3)
})

test('large numbers are logged as integers, not as floating point', () => {
  const book = testBook()
  const id = book.write((tx) => tx.insert('products', { sku: 'A' }))
  book.write((tx) => tx.update('products', id, { price_micros: 4_503_599_627_370_496, price_currency: 'USD' }))
  const [row] = book.read((db) => db.all<{ after: string }>('SELECT after FROM changes'))
  expect(row?.after).toContain('4503599627370496')
  expect(row?.after).not.toContain('.0')
})

test('a query sees one state of the book from its first statement to its last', () => {
  const book = testBook()
  expect(read(book.connection, (db) => db.get<{ n: number }>('SELECT count(*) AS n FROM products'))).toEqual({ n: 0 })
})

test('the number is asked for again right before it is used: another program may have gone on under it', () => {
  const memory = transientMemory()
  let ticks = -1
  const book = createBook(
    ':memory:',
    { companyName: 'Test Trading', country: 'CN', baseCurrency: 'USD' },
    {
      memory,
      // The other program writes at the last moment in which this operation's own work still runs.
      clock: () => {
        if (ticks >= 0) ticks += 1
        if (ticks === 2) memory.keepHead(uid, replica, 'of the other program')
        return 1_700_000_000_000 as Instant
      },
    },
  )
  const uid = book.connection.prepare('SELECT uid FROM books').pluck().get() as string
  const { replica } = book.connection.prepare('SELECT replica FROM this_copy').get() as { replica: number }
  book.writer.write('test.write', null, (tx) => tx.insert('products', { sku: 'A' }))
  ticks = 0
  expect(() => book.writer.write('test.write', null, (tx) => tx.insert('products', { sku: 'B' }))).toThrow(
    'book/taken-over',
  )
  expect(memory.lastHead(uid, replica)).toBe('of the other program')
  book.close()
})
