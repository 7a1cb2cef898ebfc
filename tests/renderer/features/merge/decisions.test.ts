// What was decided, at every width, and what the host is told of it.
import { expect, test } from 'vitest'
import {
  choicesOf,
  decideAll,
  decideConflicts,
  decideKind,
  decisionOf,
  openCount,
  undecided,
} from '#renderer/features/merge/decisions.ts'
import type { MergedKind, MergedKindCount } from '#shared/schemas/merge.ts'

const counts = (kind: MergedKind, conflicts: number): MergedKindCount => ({
  kind,
  conflicts,
  newOurs: 0,
  newTheirs: 0,
  changedOurs: 0,
  changedTheirs: 0,
  both: conflicts,
})
const kinds = [counts('product', 3), counts('order', 2)]
const mug = { key: 'products 1 name_en', kind: 'product' } as const
const plate = { key: 'products 2 name_en', kind: 'product' } as const
const sale = { key: 'order 7', kind: 'order' } as const

test('nothing is decided at first, and the host hears that the suggestion counts', () => {
  expect(openCount(undecided, kinds)).toBe(5)
  expect(decisionOf(undecided, mug)).toBeNull()
  expect(choicesOf(undecided)).toEqual({ all: 'suggested', kinds: {}, records: {}, conflicts: {} })
})

test('one by one: each counts once, however often it is decided', () => {
  const once = decideConflicts(undecided, [mug, sale], 'ours')
  const again = decideConflicts(once, [mug], 'theirs')
  expect(openCount(again, kinds)).toBe(3)
  expect([mug, plate, sale].map((one) => decisionOf(again, one))).toEqual(['theirs', null, 'ours'])
})

test('a word for a kind takes the place of those for single ones of it, not of others', () => {
  const kind = decideKind(decideConflicts(undecided, [mug, sale], 'ours'), 'product', 'theirs')
  expect([mug, plate, sale].map((one) => decisionOf(kind, one))).toEqual(['theirs', 'theirs', 'ours'])
  expect(openCount(kind, kinds)).toBe(1)
  const exception = decideConflicts(kind, [plate], 'suggested')
  expect(decisionOf(exception, plate)).toBe('suggested')
  expect(openCount(exception, kinds)).toBe(1)
  expect(choicesOf(exception)).toEqual({
    all: 'suggested',
    kinds: { product: 'theirs' },
    records: {},
    conflicts: { [sale.key]: 'ours', [plate.key]: 'suggested' },
  })
})

test('a word for all takes the place of everything, and leaves room for exceptions', () => {
  const all = decideConflicts(decideAll('theirs'), [mug], 'ours')
  expect(openCount(all, kinds)).toBe(0)
  expect([mug, plate, sale].map((one) => decisionOf(all, one))).toEqual(['ours', 'theirs', 'theirs'])
  expect(choicesOf(all)).toMatchObject({ all: 'theirs', conflicts: { [mug.key]: 'ours' } })
})
