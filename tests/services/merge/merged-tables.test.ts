import { expect, test } from 'vitest'
import { followedTables } from '#main/db/table-list.ts'
import { shownTables, unitOf, unshownTables } from '#main/services/merge/merged-tables.ts'

test('the report tells of every table that copies share, or says that it does not', () => {
  expect([...shownTables.map(({ table }) => table), ...unshownTables].sort()).toEqual([...followedTables].sort())
  // What belongs to no record has a kind of its own.
  expect(shownTables.filter(({ kind }) => kind === "''")).toEqual([])
})

test('columns that mean something only together are one', () => {
  expect(unitOf('products', 'price_currency')).toEqual(['price_micros', 'price_currency'])
  expect(unitOf('products', 'note')).toEqual(['note'])
})
