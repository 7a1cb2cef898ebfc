// Payables and payments as files: amounts as exact text with their currency, kinds in words of the reader's language.
import type { ReadDb } from '#main/db/database.ts'
import type { ExportRow, ExportSource } from '#main/services/exports/export-source.ts'
import { listPayables } from '#main/services/payments/payables.ts'
import { countPayments, listPayments } from '#main/services/payments/payment-queries.ts'
import english from '#shared/i18n/en/payments.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/payments.json' with { type: 'json' }
import type { ExportInput } from '#shared/schemas/exports.ts'
import {
  type PayableRow,
  type PaymentRow,
  type PaymentsInput,
  payablesInput,
  paymentsInput,
} from '#shared/schemas/payments.ts'

const texts = { en: english, 'zh-CN': chinese }
type Language = ExportInput['language']

/** All of them at once: they are worked out together anyway. */
const most = 1_000_000

export const payablesSource: ExportSource = {
  columns: {
    dueOn: 'day',
    daysOverdue: 'number',
    kind: 'text',
    isEstimate: 'flag',
    orderNumber: 'text',
    supplier: 'text',
    supplierZh: 'text',
    amount: 'decimal',
    open: 'decimal',
    currency: 'text',
    openBase: 'decimal',
    baseCurrency: 'text',
  },
  keys: ['orderNumber'],
  companions: { amount: 'currency', open: 'currency', openBase: 'baseCurrency' },
  shownWith: { supplier: 'supplierZh' },
  open(db, { payables, language }) {
    const asked = { ...(payables ?? payablesInput.parse({})), offset: 0, limit: most }
    const { rows, baseCurrency } = listPayables(db, asked)
    const told = rows.map((row) => payableCells(row, baseCurrency, language))
    return { total: told.length, groups: [{ rows: told, done: told.length }] }
  },
}

function payableCells({ kind, ...row }: PayableRow, baseCurrency: string, language: Language): ExportRow {
  const { orderId: _, supplierId: __, receiptId: ___, ...cells } = row
  return { ...cells, kind: texts[language].dueKinds[kind], baseCurrency: row.openBase === null ? '' : baseCurrency }
}

export const paymentsSource: ExportSource = {
  columns: {
    number: 'text',
    on: 'day',
    direction: 'text',
    supplier: 'text',
    supplierZh: 'text',
    amount: 'decimal',
    currency: 'text',
    rate: 'decimal',
    rateOn: 'day',
    baseAmount: 'decimal',
    baseCurrency: 'text',
    fee: 'decimal',
    method: 'text',
    orders: 'text',
    unassigned: 'decimal',
    isReversal: 'flag',
    reference: 'text',
    note: 'text',
  },
  keys: ['number'],
  companions: { amount: 'currency', fee: 'currency', unassigned: 'currency', baseAmount: 'baseCurrency' },
  shownWith: { supplier: 'supplierZh' },
  open(db, { payments, language }) {
    const asked = payments ?? paymentsInput.parse({})
    return { total: countPayments(db, asked), groups: paymentGroups(db, asked, language) }
  },
}

const pageSize = 500

function* paymentGroups(db: ReadDb, asked: PaymentsInput, language: Language) {
  let done = 0
  let after = null as PaymentsInput['after']
  do {
    const { rows, next } = listPayments(db, { ...asked, after, limit: pageSize })
    done += rows.length
    yield { rows: rows.map((row) => paymentCells(row, language)), done }
    after = next as PaymentsInput['after']
  } while (after !== null)
}

function paymentCells(row: PaymentRow, language: Language): ExportRow {
  const words = texts[language]
  return {
    ...{ number: row.number, on: row.on, direction: words.directions[row.direction] },
    ...{ supplier: row.party, supplierZh: row.partyZh, amount: row.amount, currency: row.currency },
    ...{ rate: row.rate, rateOn: row.rateOn, baseAmount: row.baseAmount, baseCurrency: row.baseCurrency, fee: row.fee },
    method: row.method === '' ? '' : words.methods[row.method],
    orders: row.shares.map(({ orderNumber, amount, currency }) => `${orderNumber} ${amount} ${currency}`).join('; '),
    ...{ unassigned: row.unassigned, isReversal: row.reversesId !== null, reference: row.reference, note: row.note },
  }
}
