import { expect, test } from 'vitest'
import { blameStock } from '#renderer/features/stock/blame.ts'
import { newStockForm, newStockLine } from '#renderer/features/stock/stock-form-values.ts'
import { asDay } from '#shared/dates.ts'
import { translator } from '#shared/i18n/translate.ts'

const t = translator('en')
const form = {
  ...newStockForm(asDay('2026-03-01'), 'USD'),
  kit: newStockLine('kit', { product: { id: 3, name: 'KIT' } }),
  lines: [
    newStockLine('a', { product: { id: 1, name: 'HP-1' } }),
    newStockLine('b', { product: { id: 2, name: 'HP-2' }, batch: 'L-2' }),
  ],
}
const blame = (code: string, details: Record<string, string | number>) => blameStock(t, { code, details }, form)

test('a shortage marks its line in a word; the notice beside the form tells it in full', () => {
  const { fields, isTold } = blame('stock/insufficient', { product: 'HP-2 · L-2', productId: 2 })
  expect(fields).toEqual({ 'lines.1.quantity': t('stock.form.notEnough') })
  expect(isTold).toBe(false)
})

test('a batch that is missing is said beside the batch of its product', () => {
  const { fields, isTold } = blame('stock/batch-needed', { product: 'HP-1' })
  expect(Object.keys(fields)).toEqual(['lines.0.batch'])
  expect(fields['lines.0.batch']).toContain('HP-1')
  expect(isTold).toBe(true)
  expect(Object.keys(blame('stock/batch-differs', { batch: 'L-2' }).fields)).toEqual(['lines.1.batch'])
  expect(Object.keys(blame('stock/batch-needed', { product: 'KIT' }).fields)).toEqual(['kit.batch'])
})

test('a day or place that cannot be is said beside it', () => {
  expect(Object.keys(blame('stock/period-closed', { field: 'on', day: '', through: '' }).fields)).toEqual(['on'])
  expect(Object.keys(blame('stock/not-a-kit', { field: 'kitId' }).fields)).toEqual(['kit.product'])
})

test('what no field of the form is about is told below it', () => {
  expect(blame('stock/serial-needed', { product: 'GONE' })).toEqual({ fields: {}, isTold: false })
  expect(blame('database/busy', {})).toEqual({ fields: {}, isTold: false })
  expect(blame('products/other', { field: 'sku' })).toEqual({ fields: {}, isTold: false })
})
