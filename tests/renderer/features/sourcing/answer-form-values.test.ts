import { describe, expect, test } from 'vitest'
import { answerToForm, inGrid, readAnswerForm } from '#renderer/features/sourcing/answer-form-values.ts'
import { answerInput, type QuoteAnswer, type RequestLine } from '#shared/schemas/quote-requests.ts'

const line = (id: number): RequestLine => ({
  ...{ id, position: id, productId: id, sku: `P-${id}`, name: '', nameZh: '', unit: 'pcs', description: '' },
  quantity: 100,
  salesLineId: null,
})
const lines = [line(3), line(4)]
const given = answerInput.parse({
  answerId: 5,
  currency: 'CNY',
  place: 'Ningbo',
  note: 'by phone',
  dutyPercent: 4.5,
  terms: { depositPercent: 30, dueFrom: 'order', dueDays: 45 },
  lines: [{ lineId: 3, price: '9.60', carton: 24, supplierCode: 'K-1', minOrder: 200 }],
})
const { answerId: id, answeredAt: _at, rate: _rate, ...rest } = given
const answer: QuoteAnswer = {
  ...{ ...rest, id, state: 'answered', sentAt: 1, answeredAt: 2, rate: '0.14', rateOn: '2026-11-01' },
  supplier: { id: 7, name: 'Kiln', nameZh: '' },
}

describe('a supplier’s column', () => {
  test('left as it is gives back the answer, also what it has no field for; a line without a price is not offered', () => {
    const read = readAnswerForm(answerToForm(answer, 'USD'), { answer, lines })
    expect(read.ok && read.value).toMatchObject({ answerId: 5, rate: '0.14', place: 'Ningbo', note: 'by phone' })
    expect(read.ok && read.value.terms).toEqual(given.terms)
    expect(read.ok && read.value.lines[0]).toEqual(given.lines[0])
    expect(read.ok && read.value.lines[1]).toMatchObject({ lineId: 4, price: null })
  })

  test('another currency asks for its own rate', () => {
    const read = readAnswerForm({ ...answerToForm(answer, 'USD'), currency: 'USD' }, { answer, lines })
    expect(read.ok && read.value).toMatchObject({ currency: 'USD', rate: '' })
  })

  test('what is wrong stands at its field: a price of a line, a share of the whole', () => {
    const form = { ...answerToForm(answer, 'USD'), prices: { 3: '9,60x', 4: '' }, duty: 'much' }
    const read = readAnswerForm(form, { answer, lines })
    expect(read.ok ? {} : read.problems).toEqual({ 'prices.3': 'decimal', duty: 'decimal' })
    expect(inGrid({ 'lines.1.minOrder': 'positive', dutyPercent: 'too_big' }, lines)).toEqual({
      'minimums.4': 'positive',
      duty: 'too_big',
    })
  })
})
