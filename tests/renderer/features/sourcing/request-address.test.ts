// What an address says that a new request is for.
import { expect, test } from 'vitest'
import { goodsOf, readRequestAddress, shortName } from '#renderer/features/sourcing/request-address.ts'

test('goods to buy come with their quantities, each product once', () => {
  expect(goodsOf('12x40-13x2.5-12x60')).toEqual([
    { productId: 12, quantity: 60 },
    { productId: 13, quantity: 2.5 },
  ])
})

test('what is not understood is left out', () => {
  expect(readRequestAddress({ goods: '12x0-x4-7y3-9x1.2345', product: 'x', order: '5' })).toEqual({ order: 5 })
  expect(readRequestAddress({ goods: '12x4-nonsense' })).toEqual({ goods: '12x4' })
  expect(readRequestAddress({ product: 3 })).toEqual({ product: 3 })
})

test('drafts of other goods have other names, short enough to be kept', () => {
  const many = Array.from({ length: 500 }, (_, index) => `${index + 1}x10`).join('-')
  expect(shortName(many).length).toBeLessThan(40)
  expect(shortName('12x40')).toBe(shortName('12x40'))
  expect(shortName('12x40')).not.toBe(shortName('12x41'))
})
