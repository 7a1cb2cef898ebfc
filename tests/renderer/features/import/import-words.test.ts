// What the import says in words.
import { describe, expect, test } from 'vitest'
import { inspectionInWords, readinessInWords } from '#renderer/features/import/file-words.ts'
import { missingInWords, whatInWords } from '#renderer/features/import/missing-words.ts'
import { questionInWords } from '#renderer/features/import/question-words.ts'
import { refusedRowsOf } from '#renderer/features/import/refused-list.ts'
import { reportInWords, trialInWords } from '#renderer/features/import/trial-words.ts'
import { formatFor } from '#renderer/lib/format.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { FileReport } from '#shared/schemas/imports.ts'
import { fileOf, inspectionOf, question } from './files.ts'

const t = translator('en')
const format = formatFor('en')
const chinese = { t: translator('zh-CN'), format: formatFor('zh-CN') }

describe('a file', () => {
  test('is said by kind, count and days', () => {
    const say = (from: string | null, to: string | null) => inspectionInWords(t, format, inspectionOf({ from, to }))
    expect(say(null, null)).toBe('Orders, 812')
    expect(say('2024-03-02', '2024-03-30')).toBe('Orders, 812, from March 2024')
    expect(say('2024-03-02', '2025-05-30')).toBe('Orders, 812, from March 2024 to May 2025')
    expect(inspectionInWords(t, format, inspectionOf({ kind: null, rowCount: 1 }))).toBe(
      '1 row that nothing was recognised in',
    )
    expect(inspectionInWords(chinese.t, chinese.format, inspectionOf())).toBe('订单，812 条')
  })

  test('says how far it is on its way', () => {
    const word = (change: Parameters<typeof fileOf>[0]) => readinessInWords(t, format, fileOf(change)).word
    expect(word({ token: null, sentBytes: 0 })).toBe('Waiting')
    expect(word({ token: null, sentBytes: 450 })).toBe('Arriving, 45.0 %')
    expect(word({})).toBe('Ready')
    const questions = [question({}), question({ key: 'decimal', options: ['.', ','] })]
    expect(word({ inspection: inspectionOf({ questions }) })).toBe('2 questions')
  })
})

describe('a question', () => {
  test('names its columns, or the whole file', () => {
    const ask = (change: Parameters<typeof question>[0], kind: 'orders' | 'rates') =>
      questionInWords({ t, format }, question(change), kind)
    expect(ask({ columns: ['Day', 'Due'] }, 'orders')).toBe('In which order are the days in “Day” and “Due” written?')
    expect(ask({ key: 'currency', columns: [] }, 'rates')).toBe('From which currency do these rates lead?')
    const words = [{ text: 'NULL', count: 1266 }]
    expect(ask({ key: 'nullWords', words }, 'orders')).toBe('What does “NULL” (1,266 times) mean?')
  })
})

describe('a trial', () => {
  const counts = { new: 0, changed: 0, unchanged: 0, refusedRows: 0, skipped: 0, merged: 0 }

  test('is one sentence of what would happen', () => {
    expect(trialInWords(t, format, { ...counts, new: 1204, changed: 3, refusedRows: 1 })).toBe(
      '1,204 records would be new · 3 changed · 1 row is refused',
    )
    expect(reportInWords(t, format, { ...counts, unchanged: 1 })).toBe('1 was there already')
  })

  test('tells nothing to do from nothing that could be done', () => {
    expect(trialInWords(t, format, { ...counts, unchanged: 5 })).toContain('in the book already')
    expect(trialInWords(t, format, { ...counts, refusedRows: 5 })).toContain('Not one row')
  })
})

describe('references', () => {
  test('are counted with examples', () => {
    const missing = { kind: 'product', count: 43, examples: ['QS-1', 'QS-2'] }
    expect(missingInWords(t, format, missing)).toBe('43 products: QS-1, QS-2 and more')
    expect(whatInWords(t, format, { kind: 'category', count: 1 })).toBe('1 category')
    expect(whatInWords(t, format, { kind: 'warehouse', count: 2 })).toBe('2 warehouse')
  })
})

test('refused cells become rows; a wrong number of cells is no value that stood there', () => {
  const refused = [
    { line: 3, column: 'Price', value: '12;50', expected: 'number-with-point' },
    { line: 4, column: '', value: '2', expected: 'cells:6' },
  ]
  const file = { file: 'f', name: 'p.csv', refused } as unknown as FileReport
  expect(refusedRowsOf({ files: [file] }, null).map(({ shown }) => shown)).toEqual(['12;50', ''])
  expect(refusedRowsOf({ files: [file] }, 'another')).toEqual([])
})
