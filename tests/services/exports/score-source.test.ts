import { expect, test } from 'vitest'
import { scoreSource } from '#main/services/exports/score-source.ts'
import { exportInput } from '#shared/schemas/exports.ts'
import { day, scoreBook } from '#tests/services/scores/score-book.ts'

test('the score board as a file: percents, empty cells where there is no figure, and why in words', () => {
  const book = scoreBook()
  const supplier = book.supplier('S')
  book.order(supplier, {}, [{ receipts: [{ on: day(20), qty: 100, rejected: 1 }] }, {}])
  book.order(book.supplier('T'), { hasReceiptDays: false }, [{ receipts: [{ on: null, qty: 100 }] }])
  const rows = (language: 'en' | 'zh-CN') =>
    book.read((db) => {
      const input = exportInput.parse({ list: 'scoreboard', format: 'csv', language, jobId: 'j' })
      return [...scoreSource.open(db, input).groups].flatMap((group) => group.rows)
    })
  expect(rows('en')).toMatchObject([
    { name: 'S', onTimeRate: '50.00', ppm: '10000', spend: '400.00', currency: 'USD', leadTimeSd: null },
    { name: 'T', onTimeRate: null, fillRate: '100.00' },
  ])
  expect(rows('en')[1]?.withoutData).toContain('On time: the receipts have no days')
  expect(rows('zh-CN')[1]?.withoutData).toContain('准时率：收货没有日期')
})
