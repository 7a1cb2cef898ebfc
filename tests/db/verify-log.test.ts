// What the log can see: any row, change or header that is not as the program wrote it, in any history. And what it cannot,
// said as tests, so that nobody believes more.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Connection } from '#main/db/database.ts'
import { columnsOf } from '#main/db/log-triggers.ts'
import { hashOf } from '#main/db/operation-hash.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'
import type { OperationsTable as Operation } from '#main/db/tables.ts'
import { verifyLog } from '#main/db/verify-log.ts'
import { verifyOperations } from '#main/db/verify-operations.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { type Id, idFrom } from '#shared/ids.ts'
import { historyMoves, playHistory } from '#tests/support/random-history.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'
import { rounds } from '#tests/torture/torture-size.ts'

const problems = (book: TestBook) => book.read(verifyLog).problems

/** Opens the file to any change, as another tool would. */
function unlock(connection: Connection): void {
  const names = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]
  for (const name of names) connection.exec(`DROP TRIGGER ${name}`)
  connection.pragma('foreign_keys = OFF')
  connection.pragma('ignore_check_constraints = ON')
}

type Random = { pick: number; other: number }
type Tampering = (connection: Connection, random: Random) => string | null

const one = <Item>(items: readonly Item[], pick: number): Item | undefined => items[pick % Math.max(1, items.length)]

const rowsOf = (connection: Connection) =>
  followedTables.flatMap((table) =>
    (connection.prepare(`SELECT id FROM ${table} WHERE id >= 536870912`).pluck().all() as Id[]).map((id) => ({
      table,
      id,
    })),
  )

/** Anything else in the same place, of the column's own type. */
const other = (column: string, type: string) =>
  type === 'INTEGER' ? `coalesce(${column}, 0) + 1000003` : `coalesce(${column}, '') || 'x'`

const anyRow: Tampering = (connection, { pick, other: second }) => {
  const row = one(rowsOf(connection), pick)
  if (!row) return null
  const derived = tableList[row.table]?.derived ?? []
  const plain = columnsOf(connection, row.table).filter(
    ({ name, type }) => name !== 'id' && type !== 'BLOB' && !derived.includes(name),
  )
  const column = one(plain, second)
  if (!column) return null
  connection.exec(`UPDATE ${row.table} SET ${column.name} = ${other(column.name, column.type)} WHERE id = ${row.id}`)
  return `${row.table}.${column.name} of ${row.id}`
}

const rowGone: Tampering = (connection, { pick }) => {
  const row = one(rowsOf(connection), pick)
  if (!row) return null
  connection.exec(`DELETE FROM ${row.table} WHERE id = ${row.id}`)
  return `row ${row.table} ${row.id} taken out`
}

const changeIds = (connection: Connection) => connection.prepare('SELECT id FROM changes').pluck().all() as Id[]

const anyChange: Tampering = (connection, { pick, other: second }) => {
  const id = one(changeIds(connection), pick)
  if (id === undefined) return null
  const ways = [
    "before = replace(before, '\":', '\":1')",
    "after = replace(after, '\":', '\":1')",
    "before = '{}'",
    "after = '{}'",
    "after = after || ' '",
    "before = 'no json'",
    'row_id = row_id + 1',
    "table_name = 'rates'",
    "kind = 'erase'",
    'operation_id = operation_id + 1',
    // The same key twice: SQL reads the first, JavaScript the last.
    'after = replace(after, \'{\', \'{"name":"evil",\')',
  ]
  const way = one(ways, second) ?? ''
  const before = connection.prepare('SELECT * FROM changes WHERE id = ?').get(id)
  connection.exec(`UPDATE changes SET ${way} WHERE id = ${id}`)
  const after = connection.prepare('SELECT * FROM changes WHERE id = ?').get(id)
  return JSON.stringify(before) === JSON.stringify(after) ? null : `change ${id}: ${way}`
}

const changeGone: Tampering = (connection, { pick }) => {
  const id = one(changeIds(connection), pick)
  if (id === undefined) return null
  connection.exec(`DELETE FROM changes WHERE id = ${id}`)
  return `change ${id} taken out`
}

const changeAdded: Tampering = (connection, { pick }) => {
  const id = one(changeIds(connection), pick)
  if (id === undefined) return null
  connection.exec(
    `INSERT INTO changes (operation_id, table_name, row_id, before, after)
     SELECT operation_id, table_name, row_id, before, after FROM changes WHERE id = ${id}`,
  )
  return `change ${id} doubled`
}

const operationIds = (connection: Connection) =>
  connection.prepare('SELECT id FROM operations ORDER BY id').pluck().all() as Id[]

const anyHeader: Tampering = (connection, { pick, other: second }) => {
  const id = one(operationIds(connection), pick)
  const columns = columnsOf(connection, 'operations').filter(({ name }) => name !== 'id')
  const column = one(columns, second)
  if (id === undefined || !column) return null
  connection.exec(`UPDATE operations SET ${column.name} = ${other(column.name, column.type)} WHERE id = ${id}`)
  return `operation ${id}: ${column.name}`
}

const operationGone: Tampering = (connection, { pick }) => {
  const id = one(operationIds(connection), pick)
  if (id === undefined) return null
  connection.exec(`DELETE FROM operations WHERE id = ${id}`)
  return `operation ${id} taken out`
}

const operationsSwapped: Tampering = (connection, { pick, other: second }) => {
  const [left, right] = [one(operationIds(connection), pick), one(operationIds(connection), second)]
  if (left === undefined || right === undefined || left === right) return null
  const read = connection.prepare('SELECT * FROM operations WHERE id = ?')
  const [first, last] = [read.get(left) as Operation, read.get(right) as Operation]
  const swap = ['name', 'clock', 'wall_at', 'first_id', 'last_id', 'digest', 'hash'] as const
  const set = connection.prepare(`UPDATE operations SET ${swap.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`)
  set.run(...swap.map((name) => last[name]), left)
  set.run(...swap.map((name) => first[name]), right)
  return `operations ${left} and ${right} swapped`
}

const rowAdded: Tampering = (connection, { pick }) => {
  connection.exec(`INSERT INTO categories (id, name_en) VALUES (${idFrom(1, 500_000 + pick)}, 'stray')`)
  return 'a row added beyond every span'
}

const tamperings: Readonly<Record<string, Tampering>> = {
  anyRow,
  rowGone,
  anyChange,
  changeGone,
  changeAdded,
  anyHeader,
  operationGone,
  operationsSwapped,
  rowAdded,
}

describe('any history', () => {
  test('verifies, and so does each of its operations alone, in any order', () => {
    fc.assert(
      fc.property(historyMoves({ maxLength: 25 }), (moves) => {
        const { book } = playHistory(moves)
        expect(problems(book)).toEqual([])
        const operations = book.read((db) => db.all<Operation>('SELECT * FROM operations ORDER BY id DESC'))
        expect(book.read((db) => verifyOperations(db, operations))).toEqual([])
        book.close()
      }),
      { numRuns: rounds(6, 60) },
    )
  })

  test.each(Object.keys(tamperings))('%s is found', (name) => {
    let done = 0
    fc.assert(
      // Long enough for something to have been changed, which is what most of the tampering needs.
      fc.property(historyMoves({ minLength: 10, maxLength: 20 }), fc.nat(5000), fc.nat(5000), (moves, pick, second) => {
        const { book } = playHistory(moves)
        unlock(book.connection)
        const what = tamperings[name]?.(book.connection, { pick, other: second }) ?? null
        if (what !== null) {
          done += 1
          expect(problems(book), what).not.toEqual([])
        }
        book.close()
      }),
      { numRuns: rounds(8, 60) },
    )
    expect(done).toBeGreaterThan(0)
  })
})

describe('found as well', () => {
  const written = () => {
    const book = testBook()
    const party = book.write((tx) => makeCustomer(tx, 'Ada'))
    for (const sku of ['A', 'B', 'C']) book.write((tx) => makeProduct(tx, { sku, nameEn: sku }))
    return { book, party }
  }

  const rehash = (connection: Connection, id: Id) => {
    const row = connection.prepare('SELECT * FROM operations WHERE id = ?').get(id) as Operation
    connection.prepare('UPDATE operations SET hash = ? WHERE id = ?').run(hashOf(row), id)
    connection.prepare('UPDATE this_copy SET head = ?').run(hashOf(row))
  }

  test('a span that reaches into another copy’s ids, hashed as if it were right', () => {
    const { book } = written()
    unlock(book.connection)
    const last = operationIds(book.connection).at(-1) ?? 0
    book.connection.exec(`UPDATE operations SET last_id = ${idFrom(2, 5)} WHERE id = ${last}`)
    rehash(book.connection, last)
    expect(problems(book).map(({ code }) => code)).toEqual(['span'])
  })

  test('a merged head that this book does not have, hashed as if it had', () => {
    const { book } = written()
    unlock(book.connection)
    const last = operationIds(book.connection).at(-1) ?? 0
    book.connection.exec(`UPDATE operations SET merged_heads = '[[7,1,"${'0'.repeat(64)}"]]' WHERE id = ${last}`)
    rehash(book.connection, last)
    expect(problems(book).map(({ code }) => code)).toEqual(['merged-head'])
  })

  test('a row among the seeded ids that no migration made', () => {
    const { book } = written()
    unlock(book.connection)
    book.connection.exec("INSERT INTO warehouses (id, name) VALUES (3, 'stray')")
    expect(problems(book)).toEqual([{ code: 'stray-id', operation: '3', table: 'warehouses' }])
  })

  test('text behind a NUL, where quote() and many programs stop reading', () => {
    const { book } = written()
    unlock(book.connection)
    book.connection.exec("UPDATE products SET name_en = name_en || char(0) || 'evil' WHERE sku = 'B'")
    expect(problems(book).map(({ code }) => code)).toEqual(['hidden-text'])
  })

  test('the salt of a row: it is part of the row', () => {
    const { book, party } = written()
    unlock(book.connection)
    book.connection.exec(`UPDATE parties SET salt = '0000000000000000' WHERE id = ${party}`)
    expect(problems(book).map(({ code }) => code)).toEqual(['digest'])
  })

  test('a row changed back to what it was before its last change', () => {
    const { book } = written()
    book.write((tx) => tx.run("UPDATE products SET name_en = 'new' WHERE sku = 'A'"))
    unlock(book.connection)
    book.connection.exec("UPDATE products SET name_en = 'A' WHERE sku = 'A'")
    expect(problems(book).map(({ code }) => code)).toEqual(['value'])
  })
})

describe('not seen by the log', () => {
  test('a past whose hashes were all made anew: only a head kept elsewhere tells', () => {
    const book = testBook()
    for (const sku of ['A', 'B']) book.write((tx) => makeProduct(tx, { sku, nameEn: sku }))
    const before = book.read((db) => db.all('SELECT hash FROM operations'))
    unlock(book.connection)
    book.connection.exec("UPDATE operations SET name = 'other' WHERE sequence = 1")
    for (const id of operationIds(book.connection)) {
      const row = book.connection.prepare('SELECT * FROM operations WHERE id = ?').get(id) as Operation
      const previous =
        book.connection
          .prepare('SELECT hash FROM operations WHERE id = ?')
          .pluck()
          .get(id - 1) ?? ''
      const header = { ...row, previous_hash: previous as string }
      book.connection
        .prepare('UPDATE operations SET previous_hash = ?, hash = ? WHERE id = ?')
        .run(header.previous_hash, hashOf(header), id)
      book.connection.prepare('UPDATE this_copy SET head = ?').run(hashOf(header))
    }
    expect(problems(book)).toEqual([])
    expect(book.read((db) => db.all('SELECT hash FROM operations'))).not.toEqual(before)
  })

  test('what is derived: `check` works it out anew instead', () => {
    const book = testBook()
    book.write((tx) => {
      const productId = makeProduct(tx, { sku: 'A', nameEn: 'A' })
      makeOrder(tx, { lines: [{ productId, quantity: 1, unitPrice: '2' }] })
    })
    unlock(book.connection)
    book.connection.exec('UPDATE sales_orders SET total_minor = 1')
    expect(problems(book)).toEqual([])
    expect(book.read(checkBook).problems.map(({ code }) => code)).toContain('order-totals')
  })

  test('what no operation made: the first values of the company and the first warehouse, and what is this copy’s own', () => {
    const book = testBook()
    unlock(book.connection)
    book.connection.exec("UPDATE books SET company_name = 'Other'; UPDATE warehouses SET name = 'Other'")
    book.connection.exec("INSERT INTO drafts (form, content, saved_at) VALUES ('x', 'y', 1)")
    expect(problems(book)).toEqual([])
  })
})

test('SQLite writes change rows as JSON.stringify does, whatever the sign', () => {
  const { connection } = testBook()
  const statement = connection
    .prepare("SELECT json_array('t', CAST(? AS INTEGER), json_group_object('k', ?) || '')")
    .pluck()
  const signs = [
    ...Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)),
    '\u{1F600}',
    '\ufeff',
    '\\"/',
  ]
  const text = (sign: string) => JSON.stringify(['t', 536870913, JSON.stringify({ k: sign })])
  expect(signs.filter((sign) => statement.get(536870913, sign) !== text(sign))).toEqual([])
})
