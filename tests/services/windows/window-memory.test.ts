import { expect, test } from 'vitest'
import { draftElsewhere, dropDraft, getDraft, keepDraft } from '#main/services/windows/window-memory.ts'
import type { Instant } from '#shared/dates.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { testBook } from '#tests/support/test-book.ts'

test('a draft belongs to its window; another window only hears of the newest that is not its own', () => {
  let now = 1000
  const book = testBook({ now: () => now as Instant })
  const form = 'products/1'
  const keep = (window: string | undefined, content: string, of = form) => {
    now += 1000
    book.write((tx) => keepDraft(tx, { form: of, window }, content))
  }
  const own = (window: string | undefined) => book.read((db) => getDraft(db, { form, window }))?.content
  const elsewhere = (window: string) => book.read((db) => draftElsewhere(db, { form, window }))
  expect(elsewhere('a')).toBeNull()
  keep('a', 'of a')
  keep('b', 'of b')
  keep(undefined, 'of none')
  keep('c', 'of a form with a longer name', 'products/12')
  expect([own('a'), own('b'), own(undefined), own('c')]).toEqual(['of a', 'of b', 'of none', undefined])
  expect(elsewhere('a')).toMatchObject({ content: 'of b', window: 'b' })
  expect(elsewhere('b')).toMatchObject({ content: 'of a', window: 'a' })
  expect(elsewhere('c')).toMatchObject({ content: 'of b', window: 'b' })
  book.write((tx) => dropDraft(tx, { form, window: 'b' }))
  expect(elsewhere('a')).toBeNull()
  expect(own('a')).toBe('of a')
})

test('drafts of other windows are found by index', () => {
  const steps = queryPlans(testBook(), (db) => draftElsewhere(db, { form: 'products/1', window: 'a' }))
  // The few that are found are sorted.
  expect(slowSteps(steps).filter((step) => !step.includes('ORDER BY'))).toEqual([])
  expect(steps.some((step) => step.startsWith('SEARCH drafts'))).toBe(true)
})
