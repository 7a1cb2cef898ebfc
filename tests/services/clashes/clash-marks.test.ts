import { expect, test } from 'vitest'
import { openClashes } from '#main/services/clashes/clash-alert.ts'
import { leaveClashes, mendClashes, unleaveClashes } from '#main/services/clashes/clash-commands.ts'
import { clashCounts } from '#main/services/clashes/clash-queries.ts'
import { findAll, foundClashes } from '#main/services/clashes/found-clashes.ts'
import { clashesOf, merged, pairOf } from '#tests/services/clashes/clash-copies.ts'
import { mergeCopy } from '#tests/support/book-copies.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'

const rule = 'products/same-sku'

function twoClashes() {
  return merged(pairOf(), (tx) => {
    makeProduct(tx, { sku: 'A' })
    makeProduct(tx, { sku: 'B' })
  })
}

test('what is left as it is waits no more, until other rows clash', () => {
  const book = twoClashes()
  const [first] = clashesOf(book, rule)
  expect(book.read(openClashes)).toBe(2)
  book.write((tx) => leaveClashes(tx, { rule, targets: { keys: [first?.key ?? ''] }, note: 'Two colours' }))
  expect(book.read(clashCounts)).toMatchObject([{ rule, open: 1, left: 1 }])
  expect(book.read(openClashes)).toBe(1)
  expect(clashesOf(book, rule, 'left')).toMatchObject([{ key: first?.key, left: { note: 'Two colours' } }])
  // Mending all leaves it alone.
  const report = book.write((tx) => mendClashes(tx, { rule, mending: 'rename', targets: { all: true } }))
  expect(report).toEqual({ mended: 1, refused: [] })
  expect(book.read(clashCounts)).toMatchObject([{ open: 0, left: 1 }])
  // A third row of the same SKU is another clash.
  book.write((tx) => tx.insert('products', { sku: first?.facts.sku ?? '' }))
  expect(clashesOf(book, rule)).toHaveLength(1)
})

test('and waits again when it is put back', () => {
  const book = twoClashes()
  book.write((tx) => leaveClashes(tx, { rule, targets: { all: true }, note: '' }))
  expect(clashesOf(book, rule)).toEqual([])
  const keys = clashesOf(book, rule, 'left').map(({ key }) => key)
  book.write((tx) => unleaveClashes(tx, { rule, keys }))
  expect(clashesOf(book, rule)).toHaveLength(2)
})

test('refused with the reason: gone, not this way, which one of many', () => {
  const book = twoClashes()
  const all = { all: true } as const
  const refused = (input: Parameters<typeof mendClashes>[1]) => () => book.write((tx) => mendClashes(tx, input))
  expect(refused({ rule, mending: 'rename', targets: { keys: ['1-2-2'] } })).toThrow('clashes/gone')
  expect(refused({ rule, mending: 'makeVoid', targets: all })).toThrow('clashes/not-this-way')
  expect(refused({ rule, mending: 'rename', targets: all, keep: 1 })).toThrow('clashes/keep-one-at-a-time')
})

test('what the rules find is known after every step as if asked anew', () => {
  const pair = pairOf((tx) => makeOrder(tx))
  const same = () => expect(pair.mei.read(foundClashes)).toEqual(pair.mei.read(findAll))
  same()
  for (let round = 0; round < 3; round += 1) {
    for (const copy of [pair.mei, pair.li]) {
      copy.write((tx) => makeProduct(tx, { sku: `S${round}` }))
      copy.write((tx) => makeOrder(tx, { number: `N${round}` }))
    }
    same()
    mergeCopy(pair.mei, pair.li)
    same()
    expect(pair.mei.read(foundClashes).get(rule)).toHaveLength(round + 1)
    pair.mei.write((tx) => makeOrder(tx))
    same()
    mergeCopy(pair.li, pair.mei)
  }
})
