// What to buy, put together by supplier: what it weighs, fills and costs, and what a budget buys of it.
import { describe, expect, test } from 'vitest'
import { replenishmentList } from '#main/services/planning/replenishment-list.ts'
import type { Id } from '#shared/ids.ts'
import type { ProductDraft } from '#shared/schemas/catalog.ts'
import { replenishmentInput } from '#shared/schemas/replenishment.ts'
import { makeCustomer, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

type Question = Parameters<typeof replenishmentInput.parse>[0]

const ask = (book: TestBook, question: Question = {}) =>
  book.read((db) => replenishmentList(db, replenishmentInput.parse(question)))
const lines = (book: TestBook, question: Question = {}) => ask(book, question).groups.flatMap((group) => group.lines)

describe('by supplier', () => {
  /** Two suppliers, one product without any; bought in CNY and USD. */
  function buyer() {
    const book = testBook()
    const ids = book.write((tx) => {
      const [ann, bob] = ['Ann', 'Bob'].map((name) => makeCustomer(tx, name, { roles: ['supplier'] })) as [Id, Id]
      const bought = (sku: string, rest: Partial<ProductDraft>) => makeProduct(tx, { sku, reorderPoint: 10, ...rest })
      const usd = (amount: string) => ({ amount, currency: 'USD' })
      const size = { grossWeightGrams: 500, lengthMm: 100, widthMm: 100, heightMm: 100 }
      bought('A1', { supplierId: ann, cost: usd('3'), ...size })
      bought('A2', { supplierId: ann, cost: { amount: '10', currency: 'CNY' }, grossWeightGrams: 200 })
      bought('B1', { supplierId: bob, cost: usd('7') })
      bought('N1', {})
      makeRate(tx, 'USD', 'CNY', '2026-11-20', '8')
      return { ann, bob }
    })
    return { book, ...ids }
  }

  test('weight, volume and money are added, and what is not known is counted', () => {
    const { book, ann } = buyer()
    const { groups } = ask(book)
    expect(groups.map(({ supplier, totals }) => [supplier, totals.lines])).toEqual([
      ['Ann', 2],
      ['Bob', 1],
      ['', 1],
    ])
    expect(groups[0]).toMatchObject({
      supplierId: ann,
      more: 0,
      totals: {
        ...{
          weightGrams: 7000,
          linesWithoutWeight: 0,
          volumeMm3: 10_000_000,
          linesWithoutVolume: 1,
          linesWithoutPrice: 0,
        },
        money: [
          { currency: 'USD', total: '30.00' },
          { currency: 'CNY', total: '100.00' },
        ],
        baseTotal: '42.50',
        fill: { container: '40HC', limit: 'weight', containers: 1 },
      },
    })
    expect(groups[2]?.totals).toMatchObject({ linesWithoutPrice: 1, money: [], fill: null })
  })

  test('one supplier alone, or those without one; a search', () => {
    const { book, bob } = buyer()
    expect(lines(book, { supplierId: bob }).map(({ sku }) => sku)).toEqual(['B1'])
    expect(lines(book, { supplierId: null }).map(({ sku }) => sku)).toEqual(['N1'])
    expect(lines(book, { search: 'a2' }).map(({ sku }) => sku)).toEqual(['A2'])
  })

  test('the lines are limited, the totals are not', () => {
    const { book } = buyer()
    const { groups } = ask(book, { limit: 1 })
    expect(groups.map((group) => [group.lines.length, group.more, group.totals.lines])).toEqual([
      [1, 1, 2],
      [0, 1, 1],
      [0, 1, 1],
    ])
  })

  test('a budget buys what fits, line by line, and leaves what has no price', () => {
    const { book } = buyer()
    const { budget, groups } = ask(book, { budget: '100' })
    expect(budget).toEqual({ amount: '100.00', spent: '42.50', left: '57.50', fits: 2, tooMuch: 1, unpriced: 1 })
    expect(groups.flatMap((group) => group.lines.map(({ sku, budget: state }) => [sku, state]))).toEqual([
      ['A1', 'fits'],
      ['A2', 'fits'],
      ['B1', 'too-much'],
      ['N1', 'unpriced'],
    ])
  })

  test('without a rate there is no sum in base currency', () => {
    const { book } = buyer()
    book.write((tx) => tx.run('UPDATE rates SET deleted = 1'))
    expect(ask(book).groups[0]?.totals).toMatchObject({ baseTotal: null, linesWithoutPrice: 0 })
  })
})
