import { describe, expect, test } from 'vitest'
import { sampleCompany } from '#main/domain/sample/sample-company.ts'
import { sampleWords } from '#main/services/sample/sample-lists.ts'
import { addDays, asDay, daysBetween } from '#shared/dates.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { partyInput } from '#shared/schemas/parties.ts'
import { rateInput } from '#shared/schemas/rates.ts'

const today = asDay('2026-11-22')
const made = (seed = 2026, day = today) => sampleCompany({ seed, today: day, words: sampleWords })
const company = made()

describe('the sample company', () => {
  test('is the same for the same seed and day, and another one for another seed', () => {
    expect(made()).toEqual(company)
    expect(made(2027)).not.toEqual(company)
  })

  test('has the size of a small exporter', () => {
    expect(company.products).toHaveLength(120)
    const ofRole = (role: string) => company.parties.filter((party) => party.roles.some((own) => own === role))
    expect(ofRole('supplier')).toHaveLength(17)
    expect(ofRole('customer')).toHaveLength(60)
    expect(new Set(ofRole('customer').map((party) => party.country)).size).toBe(20)
    expect(ofRole('carrier')).toHaveLength(4)
    expect(company.orders.length).toBeGreaterThan(350)
  })

  test('holds drafts that the schemas accept', () => {
    for (const product of company.products) productInput.parse(product.draft)
    for (const party of company.parties) partyInput.parse(party)
    for (const rate of company.rates) rateInput.parse(rate)
    for (const order of company.orders) {
      orderInput.parse({ ...order.draft, lines: order.lines.map((line) => ({ ...line, productId: 1 })) })
    }
  })

  test('gives every code and SKU once, and names nothing that is not there', () => {
    const skus = company.products.map((product) => product.sku)
    const codes = company.parties.map((party) => party.code ?? '')
    expect(new Set(skus).size).toBe(skus.length)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).not.toContain('')
    for (const order of company.orders) {
      expect(codes).toContain(order.customerCode)
      expect(codes).toContain(order.carrierCode)
      for (const line of order.lines) expect(skus).toContain(line.sku)
    }
  })

  test('ends its eighteen months of orders today, in the order of their days', () => {
    const days = company.orders.map((order) => order.draft.orderedOn)
    expect([...days].sort()).toEqual(days)
    expect(days.at(-1)).toBe(today)
    expect(daysBetween(asDay(days[0] ?? ''), today)).toBeGreaterThan(530)
    expect(daysBetween(asDay(days[0] ?? ''), today)).toBeLessThan(550)
  })

  test('sends nothing before it was ordered or after today', () => {
    for (const { draft } of company.orders) {
      if (!draft.shippedOn) continue
      expect(draft.shippedOn >= draft.orderedOn).toBe(true)
      expect(draft.shippedOn <= today).toBe(true)
    }
  })

  test('leaves on purpose what a real book lacks: costs, a rate, punctuality', () => {
    expect(company.products.filter((product) => product.draft.cost === null).length).toBeGreaterThan(2)
    const rated = new Set(company.rates.flatMap((rate) => [rate.from, rate.to]))
    expect(company.orders.some((order) => !rated.has(order.draft.currency))).toBe(true)
    const late = company.orders.filter(
      ({ draft }) => (draft.requiredOn ?? '9') < today && draft.shippedOn === null && draft.status === 'confirmed',
    )
    expect(late.length).toBeGreaterThan(0)
  })

  test('has a rate for every working day and none for weekends', () => {
    const days = company.rates.filter((rate) => rate.from === 'USD' && rate.to === 'CNY').map((rate) => rate.on)
    expect(days).toContain('2026-11-20')
    expect(days).not.toContain('2026-11-21')
    expect(days).not.toContain('2026-11-22')
    const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day))
    expect(Math.max(...gaps)).toBe(3)
  })

  test('can be made for any day, leap days and year ends too', () => {
    for (const day of [asDay('2028-02-29'), asDay('2026-12-31'), asDay('2027-01-01'), addDays(today, 3650)]) {
      expect(made(2026, day).orders.at(-1)?.draft.orderedOn).toBe(day)
    }
  })

  test('marks its barcodes with valid EAN-13 check digits', () => {
    const codes = company.products.flatMap((product) => product.draft.barcodes ?? [])
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) {
      const sum = [...code].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
      expect([code.length, sum % 10]).toEqual([13, 0])
    }
  })
})
