import { describe, expect, test } from 'vitest'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { english } from '#shared/i18n/english.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { partyInput } from '#shared/schemas/parties.ts'
import { rateInput } from '#shared/schemas/rates.ts'

function problemsOf(result: ReturnType<typeof parseFields>): Record<string, string> {
  return result.ok ? {} : result.problems
}

describe('problems of fields', () => {
  test('carry the schema’s own code and the path of the field', () => {
    const party = parseFields(partyInput, { roles: [], name: '  ', contacts: [{ name: '' }], country: 'Germany' })
    expect(problemsOf(party)).toEqual({
      roles: 'required',
      name: 'required',
      'contacts.0.name': 'required',
      country: 'country',
    })
  })

  test('of the whole belong to the field that the schema names', () => {
    const rate = parseFields(rateInput, { from: 'USD', to: 'USD', on: '2026-01-01', rate: '1', source: '' })
    expect(problemsOf(rate)).toEqual({ to: 'same_currency' })
  })

  test('all have a sentence', () => {
    const line = { productId: null, quantity: 0.0005, unitPrice: 'x', discountPercent: 101 }
    const order = parseFields(orderInput, { orderedOn: '2026-02-30', currency: 'XXL', rate: 'a', lines: [line] })
    const problems = problemsOf(order)
    expect(Object.keys(problems).sort()).toEqual([
      'currency',
      'lines.0.discountPercent',
      'lines.0.quantity',
      'lines.0.unitPrice',
      'orderedOn',
      'rate',
    ])
    for (const code of Object.values(problems)) expect(english.fields.errors).toHaveProperty(code)
  })

  test('are none where all fits, and the parsed value comes back', () => {
    const party = parseFields(partyInput, { roles: ['customer'], name: ' Kanda ' })
    expect(party.ok && party.value.name).toBe('Kanda')
  })
})
