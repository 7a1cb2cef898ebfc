import { describe, expect, test } from 'vitest'
import { answerToForm, inGrid, lineOf, readAnswerForm } from '#renderer/features/sourcing/answer-form-values.ts'
import { answerInput, type QuoteAnswer, type RequestLine } from '#shared/schemas/quote-requests.ts'

const line = (id: number): RequestLine => ({
  ...{ id, position: id, productId: id, sku: `P-${id}`, name: '', nameZh: '', unit: 'pcs', description: '' },
  quantity: 100,
  salesLineId: null,
})
const lines = [line(3), line(4)]
const minute = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
const clock = { say: minute, timeZone: 'UTC' }
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
    const read = readAnswerForm(answerToForm(answer, 'USD', clock), { answer, lines, clock })
    expect(read.ok && read.value).toMatchObject({ answerId: 5, rate: '0.14', place: 'Ningbo', note: 'by phone' })
    expect(read.ok && read.value.terms).toEqual(given.terms)
    expect(read.ok && read.value.lines[0]).toEqual(given.lines[0])
    expect(read.ok && read.value.lines[1]).toMatchObject({ lineId: 4, price: null })
  })

  test('another currency asks for its own rate', () => {
    const read = readAnswerForm({ ...answerToForm(answer, 'USD', clock), currency: 'USD' }, { answer, lines, clock })
    expect(read.ok && read.value).toMatchObject({ currency: 'USD', rate: '' })
  })

  test('what is wrong stands at its field: a price of a line, a share of the whole', () => {
    const kept = answerToForm(answer, 'USD', clock)
    const form = { ...kept, lines: { 3: { ...lineOf(kept, 3), price: '9,60x' } }, duty: 'much' }
    const read = readAnswerForm(form, { answer, lines, clock })
    expect(read.ok ? {} : read.problems).toEqual({ 'line.3.price': 'decimal', duty: 'decimal' })
    expect(inGrid({ 'lines.1.minOrder': 'positive', dutyPercent: 'too_big' }, lines)).toEqual({
      'line.4.minOrder': 'positive',
      duty: 'too_big',
    })
  })

  test('every word of a line travels, and the rate that was agreed', () => {
    const kept = answerToForm(answer, 'USD', clock)
    const said = { price: '8', minOrder: '', carton: '12', supplierCode: 'K-9', leadTimeDays: '30', note: 'with lid' }
    const read = readAnswerForm({ ...kept, rate: '0.15', lines: { ...kept.lines, 4: said } }, { answer, lines, clock })
    expect(read.ok && read.value.rate).toBe('0.15')
    expect(read.ok && read.value.lines[1]).toEqual({
      ...{ lineId: 4, price: '8', minOrder: null, carton: 12, supplierCode: 'K-9', leadTimeDays: 30, note: 'with lid' },
    })
  })

  test('when it came is told to the minute: left alone it stays, typed it is read, else it is wrong', () => {
    const at = Date.parse('2026-11-02T08:15:42Z')
    const known = { ...answer, sentAt: at - 60_000, answeredAt: at }
    const kept = answerToForm(known, 'USD', clock)
    const timeOf = (answeredAt: string) => {
      const read = readAnswerForm({ ...kept, answeredAt }, { answer: known, lines, clock })
      return read.ok ? read.value.answeredAt : read.problems
    }
    expect(timeOf(kept.answeredAt)).toBe(at)
    expect(timeOf('')).toBeUndefined()
    expect(timeOf('2026-11-03 10:00')).toBe(Date.parse('2026-11-03T10:00:00Z'))
    expect(timeOf('2026-11-02 08:14'), 'in the minute in which it was asked').toBe(at - 60_000)
    expect(timeOf('soon')).toEqual({ answeredAt: 'time' })
  })
})
