// What the form of a purchase order says while it is typed, and what travels of it.
import { expect, test } from 'vitest'
import {
  formMoney,
  newPurchaseForm,
  newPurchaseLine,
  type PurchaseForm,
  type PurchaseLineForm,
  readPurchaseForm,
} from '#renderer/features/purchases/purchase-form-values.ts'
import { asDay } from '#shared/dates.ts'

const line = (part: Partial<PurchaseLineForm>): PurchaseLineForm => ({
  ...newPurchaseLine('a'),
  ...{ description: 'Oak board', quantity: '3', unitPrice: '19.995' },
  ...part,
})

const form = (part: Partial<PurchaseForm>): PurchaseForm => ({
  ...newPurchaseForm(asDay('2026-11-01'), 'CNY'),
  ...part,
})

test('VAT is worked out once on goods and freight, and added to prices without it', () => {
  const money = formMoney(form({ lines: [line({})], freight: '10', vatPercent: '13' }))
  // 3 × 19.995 = 59.985, fixed as 59.99; 69.99 × 13 % = 9.0987.
  expect(money).toEqual({ goodsMinor: 5999, freightMinor: 1000, netMinor: 6999, vatMinor: 910, grossMinor: 7909 })
})

test('VAT within the prices is taken out of them', () => {
  const lines = [line({ quantity: '1', unitPrice: '113' })]
  const money = formMoney(form({ lines, vatPercent: '13', vatIncluded: true }))
  expect(money).toMatchObject({ netMinor: 10_000, vatMinor: 1300, grossMinor: 11_300 })
})

test('what is half typed counts as nothing', () => {
  const money = formMoney(form({ lines: [line({ quantity: '1e' })], freight: '1.', vatPercent: 'x' }))
  expect(money).toMatchObject({ goodsMinor: 0, freightMinor: 100, vatMinor: 0 })
})

test('blank lines are left out, and problems name the line as the form has it', () => {
  const blank = newPurchaseLine('blank')
  const read = readPurchaseForm(form({ lines: [blank, line({ quantity: '', unitPrice: '-1' })] }))
  expect(read).toEqual({
    ok: false,
    problems: { 'lines.1.quantity': 'required', 'lines.1.unitPrice': 'negative' },
  })
})

test('a whole order travels with its terms in numbers', () => {
  const read = readPurchaseForm(
    form({ lines: [line({ promisedOn: '2026/12/1' })], depositPercent: '30', dueDays: '45' }),
  )
  expect(read).toMatchObject({
    ok: true,
    value: {
      depositPercent: 30,
      dueDays: 45,
      lines: [{ quantity: 3, unitPrice: '19.995', promisedOn: '2026-12-01', productId: null }],
    },
  })
})
