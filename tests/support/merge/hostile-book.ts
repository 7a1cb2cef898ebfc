// Copies of a book as someone might make them to do harm, or as a broken disk leaves them: headers, rows, changes, the schema
// and single bytes altered, with the hashes left wrong or made right again over what was altered.
import type { Connection } from '#main/db/database.ts'
import { digestOf } from '#main/db/digest.ts'
import { hashOf } from '#main/db/operation-hash.ts'
import { followedTables } from '#main/db/table-list.ts'
import type { OperationsTable as Operation } from '#main/db/tables.ts'
import { openFile } from '#tests/support/book-copies.ts'
import type { Dice } from '#tests/support/merge/dice.ts'

type Alter = (book: Connection, dice: Dice) => void

/** One altered copy of a file, and what was done to it. */
export function hostileCopy(file: Buffer, dice: Dice): { file: Buffer; how: string } {
  return dice.chance(0.35) ? flipped(file, dice) : altered(file, dice)
}

function flipped(file: Buffer, dice: Dice): { file: Buffer; how: string } {
  if (dice.chance(0.15)) return { file: Buffer.from(file.subarray(0, dice.below(file.length))), how: 'cut' }
  const copy = Buffer.from(file)
  // Half of them into what was written last, where the new operations lie.
  const from = dice.chance(0.5) ? 0 : Math.max(0, file.length - 60_000)
  const places = Array.from({ length: 1 + dice.below(8) }, () => from + dice.below(copy.length - from))
  for (const place of places) copy[place] = (copy[place] ?? 0) ^ (1 << dice.below(8))
  return { file: copy, how: `bytes ${places}` }
}

function altered(file: Buffer, dice: Dice): { file: Buffer; how: string } {
  const book = openFile(file)
  const done: string[] = []
  try {
    book.pragma('foreign_keys = OFF')
    book.pragma('ignore_check_constraints = ON')
    const kept = takeTriggers(book)
    for (let count = 1 + dice.below(3); count > 0; count -= 1) {
      const alter = dice.pick(alterations)
      if (!alter) continue
      done.push(alter.name)
      trying(() => alter(book, dice))
    }
    if (dice.chance(0.6)) trying(() => reseal(book), done, 'resealed')
    if (dice.chance(0.5)) for (const sql of kept) trying(() => book.exec(sql))
    return { file: book.serialize(), how: done.join(', ') }
  } finally {
    book.close()
  }
}

/** What SQLite itself refuses is no alteration. */
function trying(work: () => void, done: string[] = [], name = ''): void {
  try {
    work()
    done.push(name)
  } catch (error) {
    if (error instanceof ReferenceError) throw error
  }
}

function takeTriggers(book: Connection): string[] {
  const triggers = book.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) book.exec(`DROP TRIGGER "${name}"`)
  return triggers.map(({ sql }) => sql)
}

/** Digests, hashes and the chain made to fit what is there now: whoever writes a copy can do that. */
export function reseal(book: Connection): void {
  const operations = book.prepare('SELECT * FROM operations ORDER BY replica, sequence').all() as Operation[]
  let previous: Operation | null = null
  for (const operation of operations) {
    const span = { firstId: operation.first_id, lastId: operation.last_id }
    const before: Operation | null = previous?.replica === operation.replica ? previous : null
    // Rows that were changed later have other digests; those are left as they were.
    const { digest } = digestOf(book, operation.id, span, followedTables)
    const isNew = operation.id >= firstNewOperation(book)
    const sealed: Operation = isNew ? { ...operation, previous_hash: before?.hash ?? '', digest } : operation
    const hash = isNew ? hashOf(sealed) : operation.hash
    if (isNew) {
      book
        .prepare('UPDATE operations SET previous_hash = ?, digest = ?, hash = ? WHERE id = ?')
        .run(sealed.previous_hash, digest, hash, operation.id)
    }
    previous = { ...sealed, hash }
  }
}

/** Of the copy's own number: those of number 1 are known to everyone. */
function firstNewOperation(_: Connection): number {
  return 2 ** 30
}

const odd = (dice: Dice): number | string | null =>
  dice.pick([
    0,
    -1,
    1,
    2,
    1e15,
    -1e15,
    2 ** 53 - 1,
    2 ** 29,
    2 ** 30,
    '',
    'x',
    "'",
    '{}',
    '[]',
    'null',
    '\u0000',
    'a'.repeat(5000),
    null,
    '2026-13-99',
    '1e999',
    '-5',
  ]) ?? null

const rowOf = (book: Connection, dice: Dice, table: string): number | undefined =>
  dice.pick(book.prepare(`SELECT rowid FROM ${table}`).pluck().all() as number[])

const columnsOf = (book: Connection, table: string): string[] =>
  (book.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)

function setColumn(book: Connection, dice: Dice, table: string): void {
  const row = rowOf(book, dice, table)
  const column = dice.pick(columnsOf(book, table))
  if (row === undefined || column === undefined) return
  const values = book.prepare(`SELECT ${column} FROM ${table}`).pluck().all() as (string | number | null)[]
  const value = dice.chance(0.3) ? (dice.pick(values) ?? null) : odd(dice)
  book.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`).run(value, row)
}

const alterations: readonly Alter[] = [
  function header(book, dice) {
    setColumn(book, dice, 'operations')
  },
  function newHeader(book, dice) {
    const id = book.prepare('SELECT max(id) FROM operations').pluck().get() as number
    const column = dice.pick(columnsOf(book, 'operations')) ?? 'clock'
    book.prepare(`UPDATE operations SET ${column} = ? WHERE id = ?`).run(odd(dice), id - dice.below(4))
  },
  function change(book, dice) {
    setColumn(book, dice, 'changes')
  },
  function changeText(book, dice) {
    const row = rowOf(book, dice, 'changes')
    const text = book
      .prepare('SELECT after FROM changes WHERE id = ?')
      .pluck()
      .get(row ?? 0) as string | undefined
    if (text === undefined) return
    const at = dice.below(text.length)
    const other = dice.pick([
      text.slice(0, at) + String.fromCharCode(32 + dice.below(95)) + text.slice(at + 1),
      text.slice(0, at),
      `${text} `,
      text.replace('{', '{"uid":"other",'),
      text.replace('{', '{"__proto__":1,'),
      text.replace(/:[^,}]+/, ':9007199254740993'),
      text.replace(/:[^,}]+/, ':1.5'),
      text.replace(/:[^,}]+/, ':true'),
      '[]',
      '{}',
      'null',
    ])
    const both = dice.chance(0.5)
    book.prepare('UPDATE changes SET after = ? WHERE id = ?').run(other, row ?? 0)
    if (both) book.prepare('UPDATE changes SET before = ? WHERE id = ?').run(other, row ?? 0)
  },
  function bookChange(book, dice) {
    const operation = book.prepare('SELECT max(id) FROM operations').pluck().get()
    const after = dice.pick([
      '{"uid":"x"}',
      '{"base_currency":"ZZZ"}',
      '{"base_currency":"nothing"}',
      '{"rate_max_age_days":-4}',
      '{"rate_max_age_days":900719925474099}',
    ])
    book
      .prepare("INSERT INTO changes (operation_id, table_name, row_id, before, after) VALUES (?, 'books', 1, ?, ?)")
      .run(operation, after, after)
  },
  function row(book, dice) {
    setColumn(book, dice, dice.pick(followedTables) ?? 'products')
  },
  function newRow(book, dice) {
    const table =
      dice.pick(['products', 'order_lines', 'sales_orders', 'stock_movements', 'rates', 'parties', 'attachments']) ??
      'rates'
    const row = book.prepare(`SELECT max(id) FROM ${table}`).pluck().get() as number
    const column = dice.pick(columnsOf(book, table)) ?? 'id'
    book.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ?`).run(odd(dice), row)
  },
  function addRow(book, dice) {
    const table = dice.pick(followedTables) ?? 'products'
    const columns = columnsOf(book, table).filter((column) => column !== 'id')
    const last = book.prepare('SELECT max(last_id) FROM operations').pluck().get() as number
    book.exec(
      `INSERT INTO ${table} (id, ${columns}) SELECT ${last - dice.below(4) + 2}, ${columns} FROM ${table} LIMIT 1`,
    )
  },
  function twinId(book, dice) {
    const table = dice.pick(['notes', 'rates', 'products', 'undoings']) ?? 'notes'
    const id = book.prepare('SELECT max(id) FROM order_lines').pluck().get() as number
    const columns = columnsOf(book, table).filter((column) => column !== 'id')
    book.exec(`INSERT INTO ${table} (id, ${columns}) SELECT ${id}, ${columns} FROM ${table} LIMIT 1`)
  },
  function dropRow(book, dice) {
    const table =
      dice.pick([
        'products',
        'order_lines',
        'stock_movements',
        'operations',
        'changes',
        'parties',
        'erasures',
        'erased_leaves',
        'books',
        'migrations',
      ]) ?? 'changes'
    if (table === 'erased_leaves') book.exec('DELETE FROM erased_leaves')
    else book.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(rowOf(book, dice, table) ?? 0)
  },
  function erasure(book, dice) {
    const table = dice.pick(['parties', 'products', 'no_such', 'books', 'operations']) ?? 'parties'
    const last = book.prepare('SELECT max(last_id) FROM operations').pluck().get() as number
    book
      .prepare('INSERT INTO erasures (id, table_name, row_id) VALUES (?, ?, ?)')
      .run(last, table, rowOf(book, dice, 'parties') ?? 1)
  },
  function leaf(book, dice) {
    const operation = rowOf(book, dice, 'operations') ?? 0
    book
      .prepare("INSERT INTO erased_leaves VALUES (?, 'parties', ?, ?, ?)")
      .run(operation, rowOf(book, dice, 'parties') ?? 1, dice.below(3), String(odd(dice)))
  },
  function swap(book) {
    const [one, other] = book.prepare('SELECT id FROM operations ORDER BY id DESC LIMIT 2').pluck().all() as number[]
    book
      .prepare(
        'UPDATE changes SET operation_id = CASE operation_id WHEN ? THEN ? ELSE ? END WHERE operation_id IN (?, ?)',
      )
      .run(one, other, one, one, other)
  },
  function local(book, dice) {
    setColumn(
      book,
      dice,
      dice.pick(['this_copy', 'merges', 'migrations', 'change_context', 'stock_balances']) ?? 'this_copy',
    )
  },
  function pragma(book, dice) {
    book.pragma(
      dice.pick([
        'user_version = 999',
        'user_version = 0',
        'user_version = 180',
        'user_version = 70',
        'application_id = 1',
      ]) ?? '',
    )
  },
  function schema(book, dice) {
    const sql = dice.pick([
      "CREATE TRIGGER evil AFTER INSERT ON erasures BEGIN UPDATE products SET sku = 'owned'; END",
      'CREATE TRIGGER products_log_update2 BEFORE UPDATE ON products BEGIN SELECT RAISE(ABORT, 0); END',
      'DROP VIEW live_products',
      'DROP VIEW live_products; CREATE VIEW live_products AS WITH RECURSIVE f(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM f) SELECT x FROM f',
      'ALTER TABLE products ADD COLUMN evil INTEGER',
      'ALTER TABLE products ADD COLUMN evil INTEGER AS (abs(-9223372036854775808)) VIRTUAL',
      'ALTER TABLE products DROP COLUMN note',
      'ALTER TABLE products RENAME TO produce',
      'DROP TABLE stock_balances; CREATE VIEW stock_balances AS SELECT 1 AS product_id, 1 AS warehouse_id, 5 AS on_hand_milli',
      'DROP INDEX changes_by_operation',
      'DROP INDEX changes_by_operation; CREATE INDEX changes_by_operation ON changes (row_id)',
      'CREATE UNIQUE INDEX evil ON products (sku)',
      'CREATE INDEX evil ON products (upper(note))',
      'CREATE TABLE evil (x)',
      'CREATE VIRTUAL TABLE evil USING fts5(x)',
    ])
    book.exec(sql ?? '')
  },
  function schemaText(book, dice) {
    const table = dice.pick(followedTables) ?? 'products'
    const [from, to] = dice.pick([
      [' STRICT', ''],
      ['CHECK (', 'CHECK (1 OR '],
      ['TEXT', 'BLOB'],
      ['NOT NULL', ''],
      ['INTEGER PRIMARY KEY', 'INTEGER'],
      ['CREATE TABLE', 'CREATE  TABLE'],
      ['(', '(('],
    ]) ?? ['', '']
    book.unsafeMode(true)
    book.pragma('writable_schema = ON')
    book.prepare('UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?').run(from, to, table)
    book.pragma('writable_schema = RESET')
  },
]
