import { expect, test } from 'vitest'
import { tableList } from '#main/db/table-list.ts'
import { columnsOfTable, tablesOf } from '#main/services/copies/copy-tables.ts'
import { redactionRules } from '#main/services/copies/redaction-rules.ts'
import { testBook } from '#tests/support/test-book.ts'

const book = testBook()
const tables = book.read(tablesOf)

test('every table of a book is in the rules, and every one in the rules is there', () => {
  expect(Object.keys(redactionRules).sort()).toEqual(tables.sort())
})

test.each(tables)('every column of %s is classified, and none that is not there', (table) => {
  const rule = redactionRules[table]
  const columns = book.read((db) => columnsOfTable(db, table).map(({ name }) => name))
  if (!rule?.out) return expect(Object.keys(rule?.columns ?? {}).sort()).toEqual(columns.sort())
  for (const text of rule.out) expect(columns).toContain(text)
})

test('what is erased of a person stays in no copy without personal data', () => {
  const forgotten = Object.entries(tableList).flatMap(([table, { personal }]) =>
    (personal ?? [])
      .filter((column) => !redactionRules[table]?.out && redactionRules[table]?.columns[column] === 'plain')
      .map((column) => `${table}.${column}`),
  )
  expect(forgotten).toEqual([])
})

test('a column that can hold what someone typed at length is never plain', () => {
  const forgotten = tables.flatMap((table) =>
    Object.entries(redactionRules[table]?.columns ?? {})
      .filter(([column, kind]) => /note|text|comment|description|remark/.test(column) && kind !== 'text')
      .map(([column]) => `${table}.${column}`),
  )
  expect(forgotten).toEqual([])
})

test('every cost and every price paid is a cost', () => {
  // How costs are reckoned, which charge a share belongs to, how many pieces have none: no figure of money.
  const tellNone = [
    'books.cost_method',
    'landed_cost_shares.landed_cost_id',
    'stock_balances.uncosted_milli',
    'stock_values.uncosted_milli',
  ]
  const costs = tables.flatMap((table) =>
    Object.entries(redactionRules[table]?.columns ?? {})
      .filter(([column, kind]) => /cost/.test(column) && kind !== 'cost')
      .map(([column]) => `${table}.${column}`),
  )
  expect(costs).toEqual(tellNone)
})
