import { expect, test } from 'vitest'
import { isCharge } from '#main/domain/import/charge-words.ts'

test.each([
  ['POST', 'POSTAGE'],
  ['DOT', 'DOTCOM POSTAGE'],
  ['C2', 'CARRIAGE'],
  ['M', 'Manual'],
  ['D', 'Discount'],
  ['AMAZONFEE', ''],
  ['BANK CHARGES', 'Bank Charges'],
  ['gift_0001_40', 'Dotcomgiftshop Gift Voucher £40.00'],
  ['X', 'Shipping and handling'],
  ['X', '运费'],
])('%s, %s is a charge', (code, name) => {
  expect(isCharge(code, name)).toBe(true)
})

test.each([
  ['DCGS0076', 'SUNJAR LED NIGHT NIGHT LIGHT'],
  ['22423', 'POSTAGE STAMP TEA TOWEL'],
  ['21000', 'GIFT BAG PSYCHEDELIC APPLES'],
  ['85123a', undefined],
  ['M', 'METAL SIGN'],
  ['X', 'Samples box wood'],
  ['X', '折扣卡座'],
])('%s, %s is goods', (code, name) => {
  expect(isCharge(code, name)).toBe(false)
})
