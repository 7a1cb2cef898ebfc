import { expect, test } from 'vitest'
import { allPlanningSettings, planningSetting, setPlanningSetting } from '#main/services/planning/planning-settings.ts'
import { refusal } from '#tests/support/refusal.ts'
import { testBook } from '#tests/support/test-book.ts'

test('what was never set has its usual value', () => {
  const settings = testBook().read(allPlanningSettings)
  expect(settings.demand).toEqual({ basis: 'ordered', stockOutShare: 0.5 })
  expect(settings.policies).toEqual({})
})

test('a setting is set whole, once per key', () => {
  const book = testBook()
  book.write((tx) => setPlanningSetting(tx, 'demand', { basis: 'shipped', stockOutShare: null }))
  book.write((tx) => setPlanningSetting(tx, 'demand', { basis: 'shipped', stockOutShare: 0.25 }))
  expect(book.read((db) => planningSetting(db, 'demand'))).toEqual({ basis: 'shipped', stockOutShare: 0.25 })
  expect(book.read((db) => db.raw('SELECT count(*) FROM planning_settings'))).toEqual([[1]])
})

test('what is no such setting is refused, and nothing written', () => {
  const book = testBook()
  for (const value of [{ basis: 'guessed' }, { stockOutShare: 2 }, null, 'x'])
    expect(refusal(() => book.write((tx) => setPlanningSetting(tx, 'demand', value)))).toMatchObject({
      code: 'call/malformed',
    })
  expect(book.read((db) => db.raw('SELECT count(*) FROM planning_settings'))).toEqual([[0]])
})

test('a damaged value is as good as none', () => {
  const book = testBook()
  book.write((tx) => tx.insert('planning_settings', { key: 'demand', value: '{"basis":' }))
  expect(book.read((db) => planningSetting(db, 'demand')).basis).toBe('ordered')
})
