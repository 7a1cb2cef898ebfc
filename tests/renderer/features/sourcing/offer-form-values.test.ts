import { describe, expect, test } from 'vitest'
import { newBreak, newOfferForm, readOfferForm } from '#renderer/features/sourcing/offer-form-values.ts'

const named = {
  ...newOfferForm('2026-11-01', 'CNY'),
  supplierId: { id: 7, name: 'Kiln' },
  productId: { id: 9, name: 'HP-1' },
}

describe('an offer’s form', () => {
  test('gives prices by quantity, the lowest from nothing on; blank rows are left out', () => {
    const prices = [{ key: 'a', from: '', price: '9.60' }, newBreak('b'), { key: 'c', from: '1,200', price: '8.9' }]
    const read = readOfferForm({ ...named, prices, leadTimeDays: '25', vatPercent: '13' })
    expect(read.ok && read.value).toMatchObject({
      supplierId: 7,
      productId: 9,
      leadTimeDays: 25,
      vatPercent: 13,
      validTo: null,
      prices: [
        { from: 0, price: '9.60' },
        { from: 1200, price: '8.9' },
      ],
    })
  })

  test('names what is missing at the row as it stands in the form', () => {
    const prices = [newBreak('a'), { key: 'b', from: '10', price: '' }]
    const read = readOfferForm({ ...newOfferForm('2026-11-01', 'CNY'), prices })
    expect(read.ok ? {} : read.problems).toMatchObject({
      supplierId: 'required',
      productId: 'required',
      'prices.1.price': 'required',
    })
  })

  test('refuses a quantity that is there twice, and an end before the beginning', () => {
    const twice = ['a', 'b'].map((key) => ({ key, from: '5', price: '1' }))
    const read = readOfferForm({ ...named, prices: twice })
    expect(read.ok ? {} : read.problems).toEqual({ 'prices.1.from': 'doubled' })
    const ended = readOfferForm({ ...named, prices: twice.slice(1), validTo: '2026-10-01' })
    expect(ended.ok ? {} : ended.problems).toEqual({ validTo: 'day_order' })
  })
})
