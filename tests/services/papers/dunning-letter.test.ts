// A letter as a paper: in the customer's language, what was overdue, the fee, the seller's own words where there are any.
import { expect, test } from 'vitest'
import { setSalesSetting } from '#main/services/orders/sales-settings.ts'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { paperHtml } from '#main/services/papers/paper-queries.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import { makeLetters } from '#main/services/receivables/dunning-letters.ts'
import type { Id } from '#shared/ids.ts'
import { receivableBook } from '#tests/services/receivables/receivable-book.ts'
import { testNow } from '#tests/support/test-book.ts'

function letterBook(customer: 'acme' | 'bolt', setting: object = {}) {
  const book = receivableBook()
  book.order('1234.50', { orderedOn: '2026-11-01', customerId: book[customer] })
  const letter = book.write((tx) => {
    setSalesSetting(tx, 'dunning', { steps: [{ afterDays: 7, fee: '72', ...setting }] })
    return makeLetters(tx, { asOf: null, letters: [{ customerId: book[customer], currency: 'USD' }] }).ids[0] ?? 0
  })
  const record = { kind: 'letter' as const, id: letter as Id }
  const { wish } = book.read((db) => startPaper(db, { kind: 'dunning_letter', record, versionId: null }, testNow))
  const { id } = book.write((tx) => issuePaper(tx, wish))
  return { book, wish, html: book.read((db) => paperHtml(db, id)).html }
}

test('in English: the order, days overdue, the fee and what is to be paid', () => {
  const { book, wish, html } = letterBook('acme')
  expect(wish.language).toBe('en')
  for (const part of [
    'Payment reminder',
    'DL-2026-0001',
    'SO-2026-0001',
    '21',
    '1,234.50',
    '10.00',
    '1,244.50',
    'past their due day',
  ])
    expect(html).toContain(part)
  expect(html).not.toContain('付款提醒函')
  expect(book.problems()).toEqual([])
})

test('in Chinese, with the seller’s own words in place of the usual ones', () => {
  const { wish, html } = letterBook('bolt', { texts: { en: 'Pay up', 'zh-CN': '请尽快安排付款' } })
  expect(wish.language).toBe('zh-CN')
  expect(html).toContain('付款提醒函')
  expect(html).toContain('请尽快安排付款')
  expect(html).not.toContain('Pay up')
})
