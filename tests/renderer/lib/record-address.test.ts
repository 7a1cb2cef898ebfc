import { expect, test } from 'vitest'
import { recordAddress, recordAtAddress } from '#renderer/lib/record-address.ts'

test('the record that a page or a list shows', () => {
  expect(recordAtAddress('/products/17', {})).toEqual({ kind: 'product', id: 17 })
  expect(recordAtAddress('/carriers', { id: 5 })).toEqual({ kind: 'party', id: 5 })
  expect(recordAtAddress('/tasks', { id: 5 })).toEqual({ kind: 'task', id: 5 })
})

test('no record where a form is new, a list alone, or a screen without records', () => {
  for (const path of ['/products/new', '/products', '/', '/abc', '/import/3'])
    expect(recordAtAddress(path, {})).toBeNull()
})

test('there and back again', () => {
  for (const kind of ['product', 'order', 'paper'] as const) {
    const { to, params } = recordAddress({ kind, id: 9 })
    expect(recordAtAddress(to.replace('$id', params?.id ?? ''), {})).toEqual({ kind, id: 9 })
  }
})
