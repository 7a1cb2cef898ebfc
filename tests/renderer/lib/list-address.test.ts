import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addressFromState,
  filtersFromText,
  filtersToText,
  queryFromState,
  readAddress,
  sortFromText,
  sortToText,
  stateFromAddress,
} from '#renderer/lib/list-address.ts'
import type { Filter, Sort } from '#shared/schemas/paging.ts'

const column = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,20}$/)
const filter: fc.Arbitrary<Filter> = fc.record({
  column,
  op: fc.constantFrom('is', 'isNot', 'in', 'contains', 'startsWith', 'atLeast', 'atMost', 'between', 'notIn', 'within'),
  values: fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 5 }),
})
const sort: fc.Arbitrary<Sort> = fc.record({ column, direction: fc.constantFrom('asc' as const, 'desc' as const) })

describe('the address of a list', () => {
  test('brings back every filter, whatever its text holds', () => {
    fc.assert(
      fc.property(fc.array(filter, { maxLength: 6 }), (filters) => {
        expect(filtersFromText(filtersToText(filters))).toEqual(filters)
      }),
    )
  })

  test('brings back the sort', () => {
    fc.assert(
      fc.property(fc.array(sort, { maxLength: 4 }), (sorts) => {
        expect(sortFromText(sortToText(sorts))).toEqual(sorts)
      }),
    )
  })

  test('is short and can be read', () => {
    const filters: Filter[] = [
      { column: 'status', op: 'in', values: ['active', 'phasing out'] },
      { column: 'price', op: 'atLeast', values: ['10.50'] },
      { column: 'note', op: 'empty', values: [] },
    ]
    expect(filtersToText(filters)).toBe('status.in.active~phasing out_price.atLeast.10!2e50_note.empty.')
    expect(filtersFromText(filtersToText(filters))).toEqual(filters)
  })

  test('leaves out what it does not understand', () => {
    expect(filtersFromText('price.about.3_nothing_.is.4_sku.is.A')).toEqual([
      { column: 'sku', op: 'is', values: ['A'] },
    ])
    expect(sortFromText('-price~~sku;drop~')).toEqual([{ column: 'price', direction: 'desc' }])
    expect(readAddress({ q: { deep: 1 }, id: 'x', archived: 'maybe', other: 1 })).toEqual({})
  })

  test('reads numbers that the router made of text, and keeps only a real id', () => {
    expect(readAddress({ q: 1042, id: '7', archived: true })).toEqual({ q: '1042', id: 7, archived: true })
    expect(readAddress({ id: -1 })).toEqual({})
    expect(readAddress({ id: 0 })).toEqual({})
  })

  test('is empty for a list as it opens', () => {
    const state = stateFromAddress({})
    expect(state).toEqual({ search: '', filters: [], sort: [], archived: false, openId: null, view: null })
    expect(addressFromState(state)).toEqual({})
  })
})

describe('what a list asks the book', () => {
  test('takes the sort of the address, else the one kept', () => {
    const kept: Sort[] = [{ column: 'sku', direction: 'desc' }]
    expect(queryFromState(stateFromAddress({}), kept).sort).toEqual(kept)
    expect(queryFromState(stateFromAddress({ s: 'price' }), kept).sort).toEqual([{ column: 'price', direction: 'asc' }])
  })
})
