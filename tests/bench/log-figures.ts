// What the log and its chain cost: the same rows written through an operation and by bare SQLite, and reading all of it again.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { type OpenBook, openBook } from '#main/db/book.ts'
import { checkpoint, type WriteTx } from '#main/db/database.ts'
import { fileMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { verifyLog } from '#main/db/verify-log.ts'
import { openBare, removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { bookSettings } from '#tests/bench/make-book.ts'
import { measureInTurns, type Spent, stopwatch, type Timing, timingOfSpent } from '#tests/bench/measure.ts'

const rounds = 5
const salt = 'hex(randomblob(8))'

type Insert = { table: string; sql: string; values: (index: number, productId: number) => (string | number)[] }

/** Rows as an import makes them; a table with personal columns and one without. */
const inserts: readonly Insert[] = [
  {
    table: 'order_lines',
    sql: `INSERT INTO order_lines (id, order_id, position, product_id, qty_milli, price_micros, total_minor, base_minor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    values: (index, productId) => [productId, index % 20, productId, 2000, 1_500_000, 300, 300],
  },
  {
    table: 'parties',
    sql: `INSERT INTO parties (id, name, email, phone, country, is_customer, salt) VALUES (?, ?, ?, ?, ?, ?, ${salt})`,
    values: (index) => [`Customer ${index} Trading`, `mail${index}@example.test`, `+49 30 ${index}`, 'DE', 1],
  },
]

type Update = { what: string; sql: string; from: string; goal?: Figure['goal'] }

/** Each round sets another value, so that every row changes. */
const updates: readonly Update[] = [
  {
    what: 'orders, archived',
    sql: 'UPDATE sales_orders SET archived = 1 - CAST(? AS INTEGER) % 2',
    from: 'sales_orders',
    goal: { ratio: 4 },
  },
  // The lightest there is: a short text in no index. A change row and its two index entries alone are four times of it.
  { what: 'products', sql: "UPDATE products SET packing = 'box ' || ?", from: 'products' },
  { what: 'parties, a personal column', sql: "UPDATE parties SET note = 'note ' || ?", from: 'parties' },
]

type Books = { book: OpenBook; bare: Sqlite.Database }

export async function logFigures(folder: string, full: string): Promise<Figure[]> {
  const [file, bareFile] = [join(folder, 'log.quay'), join(folder, 'log-bare.quay')]
  removeBook(file)
  copyFileSync(full, file)
  const book = await openBook(file, { ...bookSettings, memory: fileMemory(join(folder, 'memory')) })
  const books = { book, bare: openBare(full, bareFile) }
  const figures = [
    ...editFigures(books),
    ...inserts.map((insert) => insertFigure(books, insert)),
    ...updates.map((update) => updateFigure(books, update)),
    checkFigure(books),
  ]
  books.bare.close()
  book.close()
  removeBook(bareFile)
  removeBook(file)
  return figures
}

/**
 * One row, durable, with what the machine remembers of it; the bare one in a transaction as well, and both in turns. One right
 * after the other, and as a person saves: after a rest, in which the program has folded the WAL back into the file.
 */
function editFigures({ book, bare }: Books): Figure[] {
  const id = firstId(bare, 'products')
  const update = bare.prepare('UPDATE products SET note = ? WHERE id = ?')
  const bareEdit = bare.transaction((note: string) => update.run(note, id))
  let count = 0
  const next = () => {
    count += 1
    return `edit ${count}`
  }
  const limits = { runs: 300, limitMs: 20_000 }
  const inTurns = (rest: (connection: Sqlite.Database) => void) =>
    measureInTurns(
      [
        { prepare: () => rest(bare), run: () => bareEdit.immediate(next()) },
        {
          prepare: () => rest(book.connection),
          run: () => book.writer.write('bench.edit', null, (tx) => tx.update('products', id, { note: next() })),
        },
      ],
      limits,
    ) as [Timing, Timing]
  const goal = { ratio: 1.2 }
  const [bareNext, nextEdit] = inTurns(() => {})
  const [bareRested, restedEdit] = inTurns(checkpoint)
  return [
    figure('one row changed, logged', nextEdit, { bare: bareNext, goal, note: 'durable, one right after the other' }),
    figure('one row changed after a rest, logged', restedEdit, {
      bare: bareRested,
      goal,
      note: 'durable, as a person saves',
    }),
  ]
}

function insertFigure({ book, bare }: Books, insert: Insert): Figure {
  const [order, product] = [firstId(bare, 'sales_orders'), firstId(bare, 'products')]
  const rows = Math.min(100_000, bare.prepare('SELECT count(*) FROM order_lines').pluck().get() as number)
  const valuesOf = (one: Insert, index: number) =>
    one.table === 'order_lines' ? [order, ...one.values(index, product).slice(1)] : one.values(index, product)
  const logged = rounded(() => {
    book.writer.write('bench.insert', null, (tx) => insertAll(tx, insert, rows, valuesOf))
  })
  const plain = rounded((round) => bareInsert(bare, insert, { rows, round, valuesOf }))
  return figure(`${rows} rows into ${insert.table}, logged`, logged, {
    bare: plain,
    goal: { ratio: 1.4 },
    note: 'one operation, digest and hash',
  })
}

function updateFigure({ book, bare }: Books, { what, sql, from, goal }: Update): Figure {
  const logged = rounded((round) => {
    book.writer.write('bench.update', null, (tx) => tx.run(sql, String(round)))
  })
  const plain = rounded((round) => bare.transaction(() => bare.prepare(sql).run(String(round)))())
  const rows = bare.prepare(`SELECT count(*) FROM ${from}`).pluck().get()
  return figure(`${rows} ${what}, updated at once`, logged, { bare: plain, goal, note: 'before and after in the log' })
}

function checkFigure({ book, bare }: Books): Figure {
  const watch = stopwatch()
  const { problems } = read(book.connection, (db) => verifyLog(db))
  if (problems.length > 0) throw new Error(`The log does not fit: ${JSON.stringify(problems.slice(0, 3))}`)
  return figure('check of the whole log', timingOfSpent([watch()]), { note: facts(bare) })
}

function firstId(bare: Sqlite.Database, table: string): number {
  return (bare.prepare(`SELECT min(id) FROM ${table}`).pluck().get() ?? 0) as number
}

function rounded(work: (round: number) => unknown): Timing {
  const spent: Spent[] = []
  for (let round = 0; round < rounds; round += 1) {
    const watch = stopwatch()
    work(round)
    spent.push(watch())
  }
  return timingOfSpent(spent)
}

type ValuesOf = (insert: Insert, index: number) => (string | number)[]

function insertAll(tx: WriteTx, insert: Insert, rows: number, valuesOf: ValuesOf): void {
  const statement = tx.statement(insert.sql)
  for (let index = 0; index < rows; index += 1) statement.run(tx.nextId(), ...valuesOf(insert, index))
}

type BareRows = { rows: number; round: number; valuesOf: ValuesOf }

function bareInsert(bare: Sqlite.Database, insert: Insert, { rows, round, valuesOf }: BareRows): void {
  const statement = bare.prepare(insert.sql)
  const from = 2 ** 40 + (insert.table === 'parties' ? 2 ** 39 : 0) + round * rows
  bare.transaction(() => {
    for (let index = 0; index < rows; index += 1) statement.run(from + index, ...valuesOf(insert, index))
  })()
}

function facts(bare: Sqlite.Database): string {
  const count = (table: string) => bare.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
  return `${count('order_lines') + count('parties') + count('sales_orders') + count('products')} rows, the updates among them`
}
