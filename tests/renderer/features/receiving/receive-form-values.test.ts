// What the form of a receipt begins with, and what travels of it.
import { expect, test } from 'vitest'
import { newReceiveForm, newReceiveRow, readReceiveForm } from '#renderer/features/receiving/receive-form-values.ts'
import { asDay } from '#shared/dates.ts'
import type { ToReceive } from '#shared/schemas/receiving.ts'

const today = asDay('2026-11-23')

const line = (part: Partial<ToReceive['lines'][number]>): ToReceive['lines'][number] => ({
  ...{
    lineId: 1,
    position: 1,
    productId: 7,
    sku: 'MUG-1',
    name: 'Mug',
    nameZh: '杯',
    description: '',
    supplierCode: '',
  },
  ...{ unit: 'pcs', tracking: 'none', ordered: 100, received: 0, rejected: 0, letGo: 0, open: 100, most: 100 },
  ...{ dueOn: null, salesOrderId: null, salesOrderNumber: '' },
  ...part,
})

const order = (lines: ToReceive['lines']): ToReceive => ({
  ...{ orderId: 5, number: 'PO-2026-0001', status: 'sent', supplierId: 3, supplier: 'Kiln', supplierZh: '' },
  ...{ warehouseId: 1, currency: 'CNY', rate: '0.14', baseCurrency: 'USD', underPercent: 0, overPercent: 0 },
  ...{ defects: [{ key: 'damaged', title: '' }], lines },
})

test('what is still to come stands ready, and nothing where all of it came', () => {
  const form = newReceiveForm(order([line({ open: 12.5 }), line({ lineId: 2, open: 0 })]), today)
  expect(form.rows.map(({ quantity }) => quantity)).toEqual(['12.5', ''])
})

test('rows without a quantity are left out; rejects travel with defect and remedy', () => {
  const found = order([line({}), line({ lineId: 2 })])
  const form = newReceiveForm(found, today)
  const [first, second] = form.rows
  const rows = [
    { ...(first ?? newReceiveRow(1, '1')), quantity: '60', rejected: '2', defect: 'damaged' },
    { ...(second ?? newReceiveRow(2, '2')), quantity: '' },
  ]
  const { receipt } = readReceiveForm({ ...form, rows }, found)
  expect(receipt).toMatchObject({
    on: today,
    warehouseId: 1,
    rejectsTo: null,
    lines: [{ lineId: 1, quantity: 60, rejected: 2, defect: 'damaged', remedy: 'replace', batch: null }],
  })
  expect(receipt?.lines).toHaveLength(1)
})

test('more rejected than came, a missing defect and a missing batch are told at their fields', () => {
  const found = order([line({ tracking: 'batch' })])
  const form = newReceiveForm(found, today)
  const rows = form.rows.map((row) => ({ ...row, quantity: '5', rejected: '6' }))
  expect(readReceiveForm({ ...form, rows }, found)).toEqual({
    receipt: null,
    problems: { '1.rejected': 'rejected_over', '1.defect': 'required', '1.batch': 'required' },
  })
})

test('a line may come in several batches', () => {
  const found = order([line({ tracking: 'batch' })])
  const form = newReceiveForm(found, today)
  const rows = ['A', 'B'].map((batch) => ({
    ...newReceiveRow(1, batch),
    quantity: '50',
    batch,
    expiresOn: '2027-01-31',
  }))
  expect(readReceiveForm({ ...form, rows }, found).receipt?.lines).toMatchObject([
    { batch: { code: 'A', expiresOn: '2027-01-31' } },
    { batch: { code: 'B' } },
  ])
})
