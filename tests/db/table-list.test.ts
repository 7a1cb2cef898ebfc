import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { columnsOf } from '#main/db/log-triggers.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'
import { testBook } from '#tests/support/test-book.ts'

const book = testBook()
const inBook = book.connection.prepare(
  "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
)
const tables = inBook.all() as { name: string; sql: string }[]

test('every table of a book is declared, and every declared one is there', () => {
  expect(Object.keys(tableList).sort()).toEqual(tables.map((table) => table.name).sort())
})

test('tables are STRICT', () => {
  expect(
    tables.filter((table) => !/\bSTRICT\b/.test(table.sql.slice(table.sql.lastIndexOf(')')))).map((t) => t.name),
  ).toEqual([])
})

test.each(followedTables)('%s has the integer id that spans lean on', (table) => {
  expect(columnsOf(book.connection, table).find((column) => column.name === 'id')).toMatchObject({
    type: 'INTEGER',
    pk: 1,
  })
})

test.each(Object.entries(tableList))('%s: derived columns and groups name columns that it has', (table, rule) => {
  const columns = columnsOf(book.connection, table).map((column) => column.name)
  const named = [...(rule.derived ?? []), ...(rule.groups ?? []).flat()]
  expect(named.filter((name) => !columns.includes(name))).toEqual([])
  expect(new Set((rule.groups ?? []).flat()).size).toBe((rule.groups ?? []).flat().length)
})

test('keys that people or files give are never UNIQUE', () => {
  const indexes = book.connection
    .prepare("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '%UNIQUE%'")
    .all()
  expect((indexes as { tbl_name: string }[]).map((index) => index.tbl_name)).toEqual(['operations'])
})

test('no statement of ours replaces rows', () => {
  const root = fileURLToPath(new URL('../../main', import.meta.url))
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|sql)$/.test(name))
  const replacing = files.filter((name) =>
    /\b(INSERT\s+OR\s+REPLACE|REPLACE\s+INTO)\b/i.test(readFileSync(join(root, name), 'utf8')),
  )
  expect(replacing).toEqual([])
})

test('every column is logged: changing it alone leaves a change row', () => {
  const samples: Record<string, string | number> = { INTEGER: 1, TEXT: 'x' }
  const fresh = testBook()
  const id = fresh.write((tx) => tx.insert('products', { sku: 'A' }))
  const plain = columnsOf(fresh.connection, 'products').filter(
    (column) => !['id', 'parent_id', 'category_id', 'supplier_id'].includes(column.name),
  )
  for (const { name, type } of plain) {
    const checked = ['kind', 'status', 'tracking', 'price_micros', 'price_currency', 'cost_micros', 'cost_currency']
    const isChecked = checked.includes(name)
    if (isChecked) continue
    fresh.write((tx) => tx.update('products', id, { [name]: samples[type] ?? null }))
    const last = fresh.read((db) => db.get<{ after: string }>('SELECT after FROM changes ORDER BY id DESC LIMIT 1'))
    expect(Object.keys(JSON.parse(last?.after ?? '{}'))).toEqual([name])
  }
})
