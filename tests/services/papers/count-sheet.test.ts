// The count sheet on paper: what to count, with room to write.
import { expect, test } from 'vitest'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { paperHtml } from '#main/services/papers/paper-queries.ts'
import { previewPaper } from '#main/services/papers/preview-paper.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import type { PaperLanguage } from '#shared/schemas/papers.ts'
import { countBook } from '#tests/services/counting/count-book.ts'
import { testNow } from '#tests/support/test-book.ts'

function sheetOf(
  book: ReturnType<typeof countBook>,
  id: number,
  { language = 'en' as PaperLanguage, options = {} } = {},
) {
  const asked = { kind: 'count_sheet' as const, record: { kind: 'count' as const, id }, versionId: null }
  const { wish } = book.read((db) => startPaper(db, asked, testNow))
  return { wish, asked: { ...wish, language, options: { ...wish.options, ...options }, template: null } }
}

const cells = (html: string, column: string) =>
  [...html.matchAll(new RegExp(`<td class="[^"]*\\b${column}">([^<]*)<`, 'g'))].map(([, text]) => text)

test('a sheet names what to count in the order of the walk; a company in China begins in Chinese', () => {
  const book = countBook()
  const { id, number } = book.make()
  book.enter(id, 'MUG', 17)
  const { wish, asked } = sheetOf(book, id)
  expect(wish.language).toBe('zh-CN')
  const { html, warnings } = book.read((db) => previewPaper(db, asked, testNow))
  expect(warnings).toEqual([])
  expect(html).toContain(number)
  expect(cells(html, 'sku')).toEqual(['PLATE', 'HONEY', 'MUG'])
  expect(cells(html, 'expected')).toEqual(['10', '6', '20'])
  // Not counted is empty, to be written on; never 0.
  expect(cells(html, 'counted')).toEqual(['', '', '17'])
  const open = book.read((db) =>
    previewPaper(db, sheetOf(book, id, { options: { openLinesOnly: true } }).asked, testNow),
  )
  expect(cells(open.html, 'sku')).toEqual(['PLATE', 'HONEY'])
})

test('a blind sheet has no column of what the books say', () => {
  const book = countBook()
  const { id } = book.make({ isBlind: true })
  const { html } = book.read((db) => previewPaper(db, sheetOf(book, id, { language: 'both' }).asked, testNow))
  expect(html).not.toContain('By the books')
  expect(cells(html, 'sku')).toHaveLength(3)
  expect(cells(html, 'counted')).toEqual(['', '', ''])
})

test('it is issued with a number of its own and kept as it was', () => {
  const book = countBook()
  const { id } = book.make()
  const { wish } = sheetOf(book, id)
  const issued = book.write((tx) => issuePaper(tx, wish))
  expect(issued.number).toBe('CS-2026-0001')
  book.enter(id, 'MUG', 1)
  expect(cells(book.read((db) => paperHtml(db, issued.id)).html, 'counted')).toEqual(['', '', ''])
})
