import { describe, expect, test } from 'vitest'
import { addOrder } from '#main/services/orders/order-commands.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { discountShares, formMoney, linesMoney } from '#renderer/features/orders/order-form-money.ts'
import {
  isBlankLine,
  newOrderForm,
  newOrderLine,
  type OrderForm,
  type OrderLineForm,
  orderToForm,
  readOrderForm,
} from '#renderer/features/orders/order-form-values.ts'
import { asDay } from '#shared/dates.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { makeCustomer, makeProduct } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const line = (changes: Partial<OrderLineForm> = {}): OrderLineForm => ({
  ...newOrderLine('k'),
  product: { id: 1, name: 'HP-1' },
  quantity: '10',
  unitPrice: '18.50',
  ...changes,
})
const form = (changes: Partial<OrderForm> = {}): OrderForm => ({
  ...newOrderForm(asDay('2026-03-01'), 'USD'),
  lines: [line()],
  ...changes,
})
const problemsOf = (changes: Partial<OrderForm>) => {
  const read = readOrderForm(form(changes))
  return read.ok ? {} : read.problems
}

const totalOf = (one: OrderLineForm, currency = 'USD') =>
  linesMoney(form({ lines: [one], currency }))[0]?.totalMinor ?? null

describe('the money of a line while it is typed', () => {
  test('is what saving will fix', () => {
    expect(totalOf(line({ discountPercent: '5' }))).toBe(17_575)
    expect(totalOf(line({ quantity: '3', unitPrice: '0.335' }))).toBe(101)
    expect(totalOf(line({ unitPrice: '1,000' }), 'JPY')).toBe(10_000)
    expect(formMoney(form({ lines: [line(), line({ quantity: '0.5' })] })).grossMinor).toBe(19_425)
  })

  test('is nothing while something in it is no number', () => {
    expect(totalOf(line({ unitPrice: '18,5' }))).toBeNull()
    expect(totalOf(line({ quantity: '' }))).toBeNull()
    expect(totalOf(line({ unitPrice: '99999999999999', quantity: '999999999' }))).toBeNull()
    expect(formMoney(form({ lines: [line({ unitPrice: '' })] })).grossMinor).toBe(0)
  })

  test('counts what is still wanted; what was cancelled travels with it', () => {
    expect(totalOf(line({ cancelled: '4' }))).toBe(11_100)
    expect(totalOf(line({ cancelled: 'x' }))).toBeNull()
    const read = readOrderForm(form({ lines: [line({ cancelled: '4' }), line()] }))
    expect(read.ok && read.value.lines.map(({ cancelled }) => cancelled)).toEqual([4, 0])
    expect(problemsOf({ lines: [line({ cancelled: 'x' })] })).toHaveProperty('lines.0.cancelled')
  })

  test('has its tax in it or on it', () => {
    const taxed = [line({ quantity: '1', unitPrice: '119', taxPercent: '19' })]
    expect(formMoney(form({ lines: taxed, taxIncluded: true }))).toMatchObject({ taxMinor: 1900, grossMinor: 11_900 })
    expect(formMoney(form({ lines: taxed }))).toMatchObject({ taxMinor: 2261, grossMinor: 14_161 })
    expect(formMoney(form({ lines: taxed, freight: '5', taxBy: 'channel' })).grossMinor).toBe(12_400)
  })

  test('gives its share of a discount on the whole order; more than there is is refused', () => {
    const lines = [line({ quantity: '1', unitPrice: '10' }), line({ quantity: '2', unitPrice: '10' })]
    expect(discountShares(form({ lines, orderDiscount: '1' }))).toEqual([33, 67])
    expect(formMoney(form({ lines, orderDiscount: '1' })).grossMinor).toBe(2900)
    expect(problemsOf({ lines, orderDiscount: '31' })).toMatchObject({ orderDiscount: 'discount_too_large' })
  })

  test('keeps shares as they were saved while they still make up the discount', () => {
    const lines = [line({ discountAmount: '0.90' }), line({ discountAmount: '0.10' })]
    expect(discountShares(form({ lines, orderDiscount: '1.00' }))).toEqual([90, 10])
    expect(discountShares(form({ lines, orderDiscount: '2.00' }))).toEqual([100, 100])
  })
})

describe('an order’s form', () => {
  test('left as it is gives back the order', () => {
    const book = testBook()
    const order = book.write((tx) => {
      const customerId = makeCustomer(tx, 'Kanda')
      const productId = makeProduct(tx, { sku: 'HP-1', nameEn: 'Mug', nameZh: '杯子' })
      const priced = { productId, quantity: 2.5, unitPrice: '3.00', discountPercent: 5, taxPercent: 19 }
      const { id } = addOrder(
        tx,
        orderInput.parse({
          ...{ customerId, orderedOn: '2026-03-01', requiredOn: '2026-04-01', currency: 'EUR', rate: '1.1' },
          ...{ freight: '12.30', freightTax: '2.00', other: '-1.00', taxIncluded: true, customerReference: 'PO 7' },
          ...{ channel: 'amazon', externalId: '9', fulfilledBy: 'channel', taxBy: 'channel', dueFrom: 'shipment' },
          ...{ depositPercent: 30, dueDays: 14, shippingService: 'DHL', packingNote: 'Fragile' },
          lines: [{ ...priced, discountAmount: '0.50', promisedOn: '2026-03-20' }, priced],
        }),
      )
      return getOrder(tx, id)
    })
    const read = readOrderForm(orderToForm(order, 'en'))
    const { status: _s, shippedOn: _o, ...input } = orderInput.parse({ ...order, rate: order.rate ?? '' })
    const lines = input.lines.map(({ tax: _t, externalSku: _e, ...sent }) => ({ ...sent, tax: null }))
    expect(read).toEqual({ ok: true, value: { ...input, lines } })
    const products = (['en', 'zh-CN'] as const).map((language) => orderToForm(order, language).lines[0]?.product)
    expect(products.map((product) => [product?.name, product?.detail])).toEqual([
      ['HP-1', 'Mug'],
      ['HP-1', '杯子'],
    ])
  })

  test('reads days as people type them', () => {
    const read = readOrderForm(form({ orderedOn: '2026/3/5', requiredOn: '20260401' }))
    expect(read.ok && [read.value.orderedOn, read.value.requiredOn]).toEqual(['2026-03-05', '2026-04-01'])
    expect(problemsOf({ orderedOn: '01/09/2026' })).toEqual({ orderedOn: 'day' })
  })

  test('leaves out blank lines, and still names the line as it stands on screen', () => {
    const blank = newOrderLine('b')
    expect(isBlankLine(blank)).toBe(true)
    const read = readOrderForm(form({ lines: [blank, line(), blank] }))
    expect(read.ok && read.value.lines).toHaveLength(1)
    expect(problemsOf({ lines: [blank, line(), line({ unitPrice: '18,5' })] })).toEqual({
      'lines.2.unitPrice': 'decimal',
    })
  })

  test('says what a line lacks', () => {
    expect(problemsOf({ lines: [line({ product: null, unitPrice: '', quantity: '1.2345' })] })).toEqual({
      'lines.0.product': 'required',
      'lines.0.unitPrice': 'required',
      'lines.0.quantity': 'thousandths',
    })
    expect(problemsOf({ lines: [line({ product: null, description: 'Freight' })] })).toEqual({})
    expect(problemsOf({ lines: [line({ discountPercent: '101' })] })).toEqual({ 'lines.0.discountPercent': 'too_big' })
  })

  test('sends no id for a new line and the id of a kept one', () => {
    const read = readOrderForm(form({ lines: [line(), line({ id: 9 })] }))
    expect(read.ok && read.value.lines.map(({ id }) => id)).toEqual([undefined, 9])
  })
})
