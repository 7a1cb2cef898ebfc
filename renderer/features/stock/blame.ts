// Which field of a document's form is to blame for a refusal.
import { errorMessage } from '#renderer/lib/error-message.ts'
import type { Failure } from '#shared/errors.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { inFormWords, type StockForm } from './stock-form-values.ts'

/** Fields of a line that refusals are about. */
const lineFields: Readonly<Record<string, 'product' | 'quantity' | 'batch' | 'originId'>> = {
  'stock/family': 'product',
  'stock/insufficient': 'quantity',
  'stock/more-than-moved': 'quantity',
  'stock/no-batches': 'batch',
  'stock/batch-needed': 'batch',
  'stock/serial-needed': 'batch',
  'stock/serial-one': 'quantity',
  'stock/serial-twice': 'batch',
  'stock/batch-not-found': 'batch',
  'stock/batch-differs': 'batch',
  'stock/origin-not-found': 'originId',
}

/** Refusals that a notice of their own tells in full; the field says in a word that it is the one. */
const toldApart = new Set(['stock/insufficient'])

export type Blamed = { fields: Record<string, string>; isTold: boolean }

/** What to say beside which field; nothing where the form has no such field. */
export function blameStock(t: Translate, failure: Failure, form: StockForm): Blamed {
  const { code, details } = failure
  const isTold = !toldApart.has(code)
  const text = isTold ? errorMessage(t, failure) : t('stock.form.notEnough')
  const field = lineFields[code]
  if (field) {
    const line = lineOf(form, details)
    return line === null ? { fields: {}, isTold: false } : { fields: { [`${line}.${field}`]: text }, isTold }
  }
  const named = typeof details.field === 'string' ? details.field : null
  if (!code.startsWith('stock/') || named === null || named === 'productId') return { fields: {}, isTold: false }
  return { fields: inFormWords({ [named]: text }, []), isTold: true }
}

/** The first line of the product, or of its batch, that the refusal names. */
function lineOf(form: StockForm, { product, productId, serial, batch }: Failure['details']): string | null {
  const sku = String(product ?? '').split(' · ')[0]
  const code = serial ?? batch
  const isMeant = (line: StockForm['kit']) =>
    (line.product !== null && (line.product.id === productId || line.product.name === sku)) ||
    (code !== undefined && code !== '' && line.batch.trim() === code)
  const at = form.lines.findIndex(isMeant)
  if (at >= 0) return `lines.${at}`
  return isMeant(form.kit) ? 'kit' : null
}
