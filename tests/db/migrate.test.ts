import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { createBook, openBook } from '#main/db/book.ts'
import { type Connection, openWriter } from '#main/db/database.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { migrate, pendingMigrations, schemaVersion } from '#main/db/migrate.ts'
import { migrationOf, migrations } from '#main/db/migrations.ts'
import type { Instant } from '#shared/dates.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const now = 1_700_000_000_000
const settings = { memory: transientMemory(), clock: () => now as Instant }
const newest = migrations.at(-1)?.number ?? 0

function schemaOf(connection: Connection): unknown[] {
  return connection
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name")
    .all()
}

function codeOf(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    return (error as { code?: string }).code
  }
  return undefined
}

test('steps are numbered in tens, ascending, each once', () => {
  const numbers = migrations.map((step) => step.number)
  expect(numbers.every((number) => number % 10 === 0)).toBe(true)
  expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(numbers)
})

test('a book upgraded step by step has the schema of a fresh one', () => {
  const fresh = openWriter(':memory:')
  migrate(fresh, now)
  const stepped = openWriter(':memory:')
  for (let count = 1; count <= migrations.length; count += 1)
    migrate(stepped, now, { steps: migrations.slice(0, count) })
  expect(schemaOf(stepped)).toEqual(schemaOf(fresh))
  expect(schemaVersion(stepped)).toBe(newest)
})

test('a file of another line end has the same checksum', () => {
  expect(migrationOf('./migrations/0010_a.sql', 'x;\r\ny;\r\n').checksum).toBe(
    migrationOf('./migrations/0010_a.sql', 'x;\ny;\n').checksum,
  )
})

describe('refused', () => {
  test('a book from a newer program', () => {
    const connection = openWriter(':memory:')
    migrate(connection, now)
    connection.pragma(`user_version = ${newest + 10}`)
    expect(codeOf(() => pendingMigrations(connection))).toBe('book/from-newer-version')
  })

  test('a step edited after it was applied', () => {
    const connection = openWriter(':memory:')
    migrate(connection, now)
    const edited = migrations.map((step, index) => (index === 1 ? { ...step, checksum: 'other' } : step))
    expect(codeOf(() => pendingMigrations(connection, edited))).toBe('book/migration-edited')
  })

  test('a step that fails leaves the book as it was', () => {
    const connection = openWriter(':memory:')
    migrate(connection, now)
    const before = schemaOf(connection)
    const broken = [
      ...migrations,
      migrationOf('./9990_broken.sql', 'CREATE TABLE broken (id INTEGER) STRICT; SELECT nothing FROM nowhere;'),
    ]
    expect(() => migrate(connection, now, { steps: broken })).toThrow()
    expect(schemaOf(connection)).toEqual(before)
    expect(schemaVersion(connection)).toBe(newest)
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
  })
})

test('opening an older book first makes a checked backup beside it', async () => {
  const file = join(folder, 'old.quay')
  const old = openWriter(file)
  migrate(old, now, { steps: migrations.slice(0, 2) })
  old.prepare("INSERT INTO books (id, uid, base_currency, made_at) VALUES (1, 'u-1', 'USD', 0)").run()
  old.prepare('INSERT INTO this_copy (id, replica) VALUES (1, 1)').run()
  old.close()
  const book = await openBook(file, settings)
  expect(schemaVersion(book.connection)).toBe(newest)
  book.close()
  const [backup] = readdirSync(join(folder, 'old.quay-backups'))
  const copy = new Sqlite(join(folder, 'old.quay-backups', backup ?? ''), { readonly: true })
  expect(copy.pragma('user_version', { simple: true })).toBe(migrations[1]?.number)
  expect(copy.prepare('SELECT uid FROM books').get()).toEqual({ uid: 'u-1' })
  copy.close()
})

test('the log triggers come back after a migration that was not captured', () => {
  const book = createBook(':memory:', { companyName: '', country: '', baseCurrency: 'USD' }, settings)
  const step = migrationOf(
    './9990_more.sql',
    "ALTER TABLE products ADD COLUMN colour TEXT NOT NULL DEFAULT ''; UPDATE warehouses SET name = 'Main';",
  )
  migrate(book.connection, now, { steps: [...migrations, step] })
  expect(book.connection.prepare('SELECT count(*) AS n FROM changes').get()).toEqual({ n: 0 })
  const { result: id } = book.writer.write('t', null, (tx) => tx.insert('products', { sku: 'A' }))
  book.writer.write('t', null, (tx) => tx.update('products', id, { colour: 'red' }))
  expect(book.connection.prepare('SELECT after FROM changes').all()).toEqual([{ after: '{"colour":"red"}' }])
})
