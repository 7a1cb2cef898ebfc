import { describe, expect, test } from 'vitest'
import {
  isBlankLine,
  lineTotal,
  newOrderForm,
  newOrderLine,
  type OrderForm,
  type OrderLineForm,
  orderToForm,
  orderTotal,
  readOrderForm,
} from '#renderer/features/orders/order-form-values.ts'
import { asDay } from '#shared/dates.ts'
import { type Order, orderInput } from '#shared/schemas/orders.ts'

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

describe('the money of a line while it is typed', () => {
  test('is what saving will fix', () => {
    expect(lineTotal(line({ discountPercent: '5' }), 'USD')).toBe(17_575)
    expect(lineTotal(line({ quantity: '3', unitPrice: '0.335' }), 'USD')).toBe(101)
    expect(lineTotal(line({ unitPrice: '1,000' }), 'JPY')).toBe(10_000)
    expect(orderTotal(form({ lines: [line(), line({ quantity: '0.5' })] }))).toBe('194.25')
  })

  test('is nothing while something in it is no number', () => {
    expect(lineTotal(line({ unitPrice: '18,5' }), 'USD')).toBeNull()
    expect(lineTotal(line({ quantity: '' }), 'USD')).toBeNull()
    expect(lineTotal(line({ unitPrice: '99999999999999', quantity: '999999999' }), 'USD')).toBeNull()
    expect(orderTotal(form({ lines: [line({ unitPrice: '' })] }))).toBe('0.00')
  })
})

describe('an order’s form', () => {
  test('left as it is gives back the order', () => {
    const input = orderInput.parse({
      number: 'SO-1',
      customerId: 4,
      orderedOn: '2026-03-01',
      requiredOn: '2026-04-01',
      currency: 'EUR',
      rate: '1.1',
      freight: '12.30',
      lines: [{ id: 7, productId: 1, quantity: 2.5, unitPrice: '3.00', discountPercent: 5 }],
    })
    const written = {
      sku: 'HP-1',
      name: 'Mug',
      nameZh: '杯子',
      unit: 'pcs',
      position: 1,
      total: '7.13',
      baseTotal: null,
      description: '',
    }
    const order: Order = {
      ...input,
      id: 1,
      archived: false,
      isHistory: false,
      channel: '',
      externalId: '',
      customer: { id: 4, name: 'Kanda', nameZh: '' },
      carrier: null,
      baseCurrency: 'USD',
      rate: '1.1',
      rateOn: '2026-03-01',
      total: '7.13',
      baseTotal: null,
      lines: [{ ...written, id: 7, productId: 1, quantity: 2.5, unitPrice: '3.00', discountPercent: 5 }],
    }
    expect(readOrderForm(orderToForm(order, 'en'))).toEqual({ ok: true, value: input })
    const products = (['en', 'zh-CN'] as const).map((language) => orderToForm(order, language).lines[0]?.product)
    expect(products).toEqual([
      { id: 1, name: 'HP-1', detail: 'Mug' },
      { id: 1, name: 'HP-1', detail: '杯子' },
    ])
  })

  test('reads days as people type them', () => {
    const read = readOrderForm(form({ orderedOn: '2026/3/5', requiredOn: '20260401' }))
    expect(read.ok && [read.value.orderedOn, read.value.requiredOn, read.value.shippedOn]).toEqual([
      '2026-03-05',
      '2026-04-01',
      null,
    ])
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
