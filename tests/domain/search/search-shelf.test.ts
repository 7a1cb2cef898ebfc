// The bit table only ever narrows: what it finds is what reading every record would find, in the same order.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marksIn } from '#main/domain/search/mark-text.ts'
import { closeness, closenessOf } from '#main/domain/search/match-record.ts'
import { spelledFrom } from '#main/domain/search/pinyin-readings.ts'
import { recordShelf, type ShelfRecord } from '#main/domain/search/record-shelf.ts'
import { linesOf } from '#main/domain/search/record-text.ts'
import { readQuery } from '#main/domain/search/search-query.ts'
import { searchShelf } from '#main/domain/search/search-shelf.ts'

const word = fc.constantFrom(
  'mug',
  'oak',
  'Łódź',
  'HP-10',
  'HP-1042',
  '重庆',
  '长沙杯',
  'a',
  'ab',
  '12',
  '绿',
  'Straße 5',
)
const record = fc.record({
  code: word,
  names: fc.array(word, { maxLength: 4 }),
  phone: fc.constantFrom('', '+49 30 1234', '030-99'),
  archived: fc.boolean(),
  facets: fc.nat(3),
})
const question = fc.constantFrom(
  ...[
    'm',
    'mug',
    'oak mug',
    'hp1',
    'hp-10',
    'hp1042',
    'cq',
    'chang',
    'z',
    'b',
    '1',
    '30 12',
    '0301234',
    'lv',
    '庆',
    'lodz 12',
    'a b',
  ],
)

type Made = { code: string; names: string[]; phone: string; archived: boolean; facets: number }

function shelfRecord({ code, names, phone, archived, facets }: Made, index: number): ShelfRecord {
  const text = linesOf('code', code) + linesOf('name', names.join(' ')) + linesOf('phone', phone)
  return { id: index + 1, text, archived, facets, clock: index }
}

describe('a shelf', () => {
  test('finds what reading every record finds', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 60 }),
        question,
        fc.integer({ min: 1, max: 8 }),
        (made, text, limit) => {
          const records = made.map(shelfRecord)
          const shelf = recordShelf()
          for (const one of records) shelf.put(one)
          const readings = readQuery(text)
          const asked = { readings, limit, facets: 0, withArchived: true, recent: [] }
          const rank = (one: ShelfRecord) => {
            const close = closenessOf(one.text, readings)
            return [close === closeness.exactCode ? 0 : 1, one.archived ? 1 : 0, close, -one.clock]
          }
          const expected = records
            .filter((one) => closenessOf(one.text, readings) !== closeness.none)
            .sort((left, right) => {
              const [mine, other] = [rank(left), rank(right)]
              const differs = mine.findIndex((value, index) => value !== other[index])
              return (mine[differs] ?? 0) - (other[differs] ?? 0)
            })
          const found = searchShelf(shelf, asked)
          expect(found.map(({ id }) => id)).toEqual(expected.slice(0, limit).map(({ id }) => id))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('holds more than a block, lets go of what is removed, and keeps a changed record once', () => {
    const shelf = recordShelf()
    const text = (count: number) => linesOf('code', `P-${count}`)
    for (let count = 1; count <= 20_000; count += 1)
      shelf.put({ id: count, text: text(count), archived: false, facets: 0, clock: count })
    const ids = (query: string) =>
      searchShelf(shelf, { readings: readQuery(query), limit: 3, facets: 0, withArchived: true, recent: [] }).map(
        ({ id }) => id,
      )
    expect(ids('p-17')[0]).toBe(17)
    shelf.remove(17)
    expect(ids('p-17')).toEqual([17_999, 17_998, 17_997])
    shelf.put({ id: 3, text: linesOf('code', 'P-17X'), archived: false, facets: 0, clock: 30_000 })
    expect(ids('p-17x')).toEqual([3])
    expect(ids('p-3')).not.toContain(3)
    expect(shelf.size()).toBe(19_999)
    for (let count = 4; count <= 20_000; count += 1) shelf.remove(count)
    shelf.settle()
    expect(ids('p')).toEqual([3, 2, 1])
  })
})

describe('pinyin', () => {
  test.each(['chongqing', 'zhongqing', 'cq', 'chqing', 'cqing', 'chongq', 'chongqin'])('%s spells 重庆', (term) =>
    expect(spelledFrom('重庆', 0, term)).toBe(2),
  )
  test.each(['chongqingx', 'hq', 'ongqing', 'qc'])('%s does not', (term) =>
    expect(spelledFrom('重庆', 0, term)).toBe(0),
  )
  test('ü is typed as v or u', () => {
    expect(spelledFrom('绿茶', 0, 'lvcha')).toBe(2)
    expect(spelledFrom('绿茶', 0, 'lucha')).toBe(2)
  })
})

describe('marks', () => {
  const marked = (value: string, text: string) =>
    marksIn(value, readQuery(text)).map(([from, to]) => value.slice(from, to))
  test.each([
    ['Łódź Trading', 'lodz', ['Łódź']],
    ['+86 (21) 5512-7788', '215512', ['21) 5512']],
    ['陶瓷花盆 大号', 'tchp', ['陶瓷花盆']],
    ['Oak mug, oak lid', 'oak lid', ['oak lid']],
    ['Straße', 'strass', ['Straß']],
    ['HP-1042', 'hp1042', ['HP-1042']],
    ['Plain', 'mug', []],
  ])('%s by %s', (value, text, expected) => expect(marked(value, text)).toEqual(expected))
})
