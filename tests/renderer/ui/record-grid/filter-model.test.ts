import { describe, expect, test } from 'vitest'
import { filterPhrase, filtersOf, rangeFilters, rangeOf, withFilters } from '#renderer/ui/record-grid/filter-model.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { Filter } from '#shared/schemas/paging.ts'

const en = translator('en')
const zh = translator('zh-CN')
const status: Filter = { column: 'status', op: 'in', values: ['active', 'paused'] }
const low: Filter = { column: 'price', op: 'atLeast', values: ['10'] }
const high: Filter = { column: 'price', op: 'atMost', values: ['20'] }
const note: Filter = { column: 'note', op: 'empty', values: [] }

describe('the filters of a column', () => {
  test('are replaced in their place, added at the end, or taken out', () => {
    const filters = [low, status, high, note]
    const higher: Filter = { column: 'price', op: 'atLeast', values: ['15'] }
    expect(withFilters(filters, 'price', [higher])).toEqual([higher, status, note])
    expect(withFilters(filters, 'note', [])).toEqual([low, status, high])
    expect(withFilters([status], 'price', [low, high])).toEqual([status, low, high])
    expect(filtersOf(filters, 'price')).toEqual([low, high])
  })
})

describe('a range', () => {
  test('becomes filters and comes back', () => {
    expect(rangeFilters('price', 'money', { from: '1,000.5', to: '' })).toEqual([
      { column: 'price', op: 'atLeast', values: ['1000.5'] },
    ])
    expect(rangeOf([low, high])).toEqual({ from: '10', to: '20' })
    expect(rangeOf([])).toEqual({ from: '', to: '' })
  })

  test('leaves out an end that is no number or no day', () => {
    expect(rangeFilters('price', 'number', { from: 'ten', to: '20' })).toEqual([high])
    expect(rangeFilters('on', 'day', { from: '2026-02-30', to: '2026-03-01' })).toEqual([
      { column: 'on', op: 'atMost', values: ['2026-03-01'] },
    ])
  })
})

describe('a filter in words', () => {
  const choices = [
    { value: 'active', label: 'in use' },
    { value: 'paused', label: 'on hold' },
  ]

  test('names the column and its values as the screen does', () => {
    expect(filterPhrase(en, { key: 'status', label: 'Status', kind: 'choice', choices }, [status])).toBe(
      'Status: in use, on hold',
    )
    expect(filterPhrase(en, { key: 'price', label: 'Price', kind: 'money' }, [low, high])).toBe('Price: 10 to 20')
    expect(filterPhrase(en, { key: 'price', label: 'Price', kind: 'money' }, [high])).toBe('Price: up to 20')
    expect(filterPhrase(en, { key: 'note', label: 'Note', kind: 'text' }, [note])).toBe('Note is empty')
    const flag: Filter = { column: 'noSale', op: 'is', values: ['true'] }
    expect(filterPhrase(en, { key: 'noSale', label: 'Not for sale', kind: 'flag' }, [flag])).toBe('Not for sale: Yes')
  })

  test('has a sentence for every operation in both languages', () => {
    const ops = ['is', 'isNot', 'in', 'contains', 'startsWith', 'atLeast', 'atMost', 'empty', 'notEmpty'] as const
    for (const op of ops) {
      const own: Filter[] = [{ column: 'x', op, values: ['V'] }]
      for (const t of [en, zh]) {
        const phrase = filterPhrase(t, { key: 'x', label: 'LABEL', kind: 'text' }, own)
        expect(phrase).toContain('LABEL')
        expect(phrase).not.toContain('lists.')
      }
    }
  })
})
