import { expect, test } from 'vitest'
import { type FlagFacts, orderFlags } from '#main/domain/sales/order-flags.ts'
import { flagsField } from '#shared/schemas/order-flags.ts'

const usual = flagsField.parse({})
const nothing: FlagFacts = {
  address: null,
  contacts: [],
  cardCountry: '',
  shipToCountry: 'DE',
  first: null,
  cancelled: [],
}
const order = (id: number, name: string) => ({
  id,
  number: `SO-${id}`,
  orderedOn: '2026-03-01',
  name,
  status: 'confirmed',
})
const rules = (facts: Partial<FlagFacts>, setting = usual) =>
  orderFlags({ ...nothing, ...facts }, setting).map(({ rule, found }) => [rule, found])

test('an order like any other has none', () => {
  expect(
    rules({ cardCountry: 'DE', cancelled: [order(1, 'Ana')], first: { totalMinor: 100, usualMinor: 100 } }),
  ).toEqual([])
})

test('several names at one address; one name in several spellings is one', () => {
  const names = ['Ana Gómez', 'GOMEZ, Ana', 'ana gomez.', 'Bo Li', ''].map((name, at) => order(at + 1, name))
  const address = { value: 'Main St 1, 10115 Berlin', orders: names }
  expect(rules({ address })).toEqual([])
  const orders = [...names, order(9, 'Cy Tan')]
  expect(rules({ address: { ...address, orders } })).toEqual([['sameAddress', 3]])
  expect(
    rules({
      contacts: [
        { value: '555', orders },
        { value: 'a@b.c', orders },
      ],
    }),
  ).toEqual([
    ['sameContact', 3],
    ['sameContact', 3],
  ])
})

test('countries that differ, if both are known', () => {
  expect(rules({ cardCountry: 'US' })).toEqual([['cardCountry', 1]])
  expect(rules({ cardCountry: 'US', shipToCountry: '' })).toEqual([])
})

test('a first order far above the usual one', () => {
  expect(rules({ first: { totalMinor: 5000, usualMinor: 1000 } })).toEqual([['firstLarge', 5]])
  expect(rules({ first: { totalMinor: 4999, usualMinor: 1000 } })).toEqual([])
  expect(rules({ first: { totalMinor: 5000, usualMinor: null } })).toEqual([])
})

test('many cancelled; a rule that is switched off says nothing', () => {
  const cancelled = [1, 2, 3].map((id) => order(id, 'Ana'))
  expect(rules({ cancelled })).toEqual([['manyCancelled', 3]])
  expect(rules({ cancelled }, flagsField.parse({ manyCancelled: { isOn: false } }))).toEqual([])
  expect(rules({ cancelled }, flagsField.parse({ manyCancelled: { orders: 4 } }))).toEqual([])
})
