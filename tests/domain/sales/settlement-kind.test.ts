import { expect, test } from 'vitest'
import { costKindOf, settlementKind } from '#main/domain/sales/settlement-kind.ts'

test.each([
  ['Order', 'ItemPrice', 'Principal', 'sale'],
  ['Order', 'ItemPrice', 'GiftWrap', 'sale'],
  ['Order', 'ItemPrice', 'Shipping', 'freight'],
  ['Order', 'ItemPrice', 'Tax', 'tax'],
  ['Order', 'ItemPrice', 'ShippingTax', 'tax'],
  ['Order', 'ItemWithheldTax', 'MarketplaceFacilitatorTax-Principal', 'tax'],
  ['Order', 'Promotion', 'Shipping', 'promotion'],
  ['Refund', 'Promotion', 'Principal', 'promotion'],
  ['Refund', 'ItemPrice', 'Principal', 'refund'],
  ['Chargeback Refund', 'ItemPrice', 'Tax', 'refund'],
  ['Order', 'ItemFees', 'Commission', 'platform_fee'],
  ['Refund', 'ItemFees', 'RefundCommission', 'platform_fee'],
  ['Order', 'ItemFees', 'FixedClosingFee', 'platform_fee'],
  ['Order', 'ItemFees', 'FBAPerUnitFulfillmentFee', 'fulfilment'],
  ['Order', 'ItemFees', 'ShippingHB', 'fulfilment'],
  ['other-transaction', 'other-transaction', 'Shipping label purchase through Amazon', 'fulfilment'],
  ['ServiceFee', 'Cost of Advertising', 'TransactionTotalAmount', 'advertising'],
  ['CouponRedemptionFee', 'CouponRedemptionFee', 'Coupon 12', 'advertising'],
  ['other-transaction', 'other-transaction', 'Storage Fee', 'storage'],
  ['other-transaction', 'other-transaction', 'FBA Long-Term Storage', 'storage'],
  ['other-transaction', 'other-transaction', 'Subscription Fee', 'platform_fee'],
  ['other-transaction', 'other-transaction', 'Current Reserve Amount', 'reserve'],
  ['Other-Transaction', 'Other-Transaction', 'Previous Reserve Amount Balance', 'reserve'],
  ['other-transaction', 'FBA Inventory Reimbursement', 'WAREHOUSE_DAMAGE', 'other'],
  ['Transfer', '', '', 'transfer'],
  ['something new', 'something', 'nobody knows', 'other'],
] as const)('%s, %s, %s is %s', (transactionType, amountType, description, kind) => {
  expect(settlementKind({ transactionType, amountType, description })).toBe(kind)
})

test('only fees, charges and what is not understood are costs', () => {
  expect(
    ['sale', 'freight', 'tax', 'refund', 'promotion', 'reserve', 'transfer'].map((kind) => costKindOf(kind as 'sale')),
  ).toEqual(Array(7).fill(null))
  expect(costKindOf('fulfilment')).toBe('fulfilment')
})
