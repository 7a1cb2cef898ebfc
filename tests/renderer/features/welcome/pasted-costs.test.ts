// A pasted column laid onto products.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layCosts } from '#renderer/features/welcome/pasted-costs.ts'

const targets = [
  { id: 1, sku: 'QS-1' },
  { id: 2, sku: 'QS-2' },
  { id: 3, sku: 'QS-3' },
]

function laid(text: string) {
  const { by, costs, ...rest } = layCosts(text, targets)
  return { by, costs: Object.fromEntries([...costs].map(([id, cost]) => [id, cost.problem ?? cost.text])), ...rest }
}

describe('one column', () => {
  test('falls one after the other; an empty line passes its product over', () => {
    expect(laid('4.50\r\n\r\n1,200\r\n')).toMatchObject({ by: 'place', costs: { 1: '4.50', 3: '1200' }, extraCount: 0 })
  })

  test('what is no number, or below zero, is said and left out', () => {
    expect(laid('4,5\n-2\nthree')).toMatchObject({ costs: { 1: 'number', 2: 'negative', 3: 'number' }, wrongCount: 3 })
  })

  test('lines beyond the last product are counted', () => {
    expect(laid('1\n2\n3\n4\n\n5')).toMatchObject({ extraCount: 2 })
  })
})

describe('two columns', () => {
  test('fall by SKU, whatever their order; names between do no harm', () => {
    expect(laid('qs-3\tBoard\t9\nQS-1\tMug\t4.20')).toMatchObject({
      by: 'sku',
      costs: { 1: '4.20', 3: '9' },
      unknown: [],
    })
  })

  test('a SKU that is not here is named, a heading is none', () => {
    expect(laid('SKU\tCost\nQS-9\t1\nQS-2\t2')).toMatchObject({ costs: { 2: '2' }, unknown: ['QS-9'] })
  })
})

test('nothing pasted is nothing laid', () => {
  expect(laid(' \n ')).toEqual({ by: 'place', costs: {}, unknown: [], extraCount: 0, wrongCount: 0 })
})

test('costs put beside the copied SKUs come back to their products, in any order of lines', () => {
  const lines = fc.shuffledSubarray(
    targets.map(({ id, sku }) => ({ id, sku })),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 999_999 }), (some, cents) => {
      const cost = (id: number) => ((cents + id) / 100).toFixed(2)
      const { costs } = layCosts(some.map(({ id, sku }) => `${sku}\tName\t${cost(id)}`).join('\n'), targets)
      expect([...costs].map(([id, { text }]) => [id, text]).sort()).toEqual(some.map(({ id }) => [id, cost(id)]).sort())
    }),
  )
})
