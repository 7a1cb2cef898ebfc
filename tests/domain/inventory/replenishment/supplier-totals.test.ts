import { expect, test } from 'vitest'
import { cutToBudget } from '#main/domain/inventory/replenishment/budget-cut.ts'
import { chooseLeadTime } from '#main/domain/inventory/replenishment/choose-lead-time.ts'
import { fillOf, supplierTotals, unitMeasures } from '#main/domain/inventory/replenishment/supplier-totals.ts'
import { addDays } from '#shared/dates.ts'
import { today } from './product-to-replenish.ts'

test('weight, volume and money by supplier; what is not known is counted, currencies are not mixed', () => {
  const line = { supplierId: 7, qtyMilli: 2_000, unitGrams: 500, unitMm3: 1e9, totalMinor: 1_000, currency: 'USD' }
  const lines = [
    line,
    { ...line, supplierId: null },
    { ...line, qtyMilli: 500, unitGrams: null, currency: 'CNY', totalMinor: 70 },
    { ...line, totalMinor: null, unitMm3: null },
    { ...line, totalMinor: 5 },
  ]
  const [first, none] = supplierTotals(lines)
  expect(first).toMatchObject({
    supplierId: 7,
    grams: 3_000,
    linesWithoutWeight: 1,
    mm3: 4.5e9,
    linesWithoutVolume: 1,
    money: [
      { currency: 'USD', minor: 1_005 },
      { currency: 'CNY', minor: 70 },
    ],
    linesWithoutPrice: 1,
  })
  expect(first?.lines).toHaveLength(4)
  expect(none).toMatchObject({ supplierId: null, grams: 1_000 })
  const container = { usableMm3: 9e9, payloadGrams: 30_000 }
  expect(fillOf({ grams: 3_000, mm3: 4.5e9 }, container)).toMatchObject({
    fillVolume: 0.5,
    fillWeight: 0.1,
    containers: 1,
  })
  expect(fillOf({ grams: 0, mm3: 0 }, container)).toBeNull()
  expect(supplierTotals([])).toEqual([])
})

test('a unit weighs its share of the carton, else what it weighs by itself; unknown stays unknown', () => {
  const product = {
    piecesPerCarton: 20,
    cartonGrossGrams: 9_000,
    cartonMm3: 5e7,
    unitGrossGrams: 400,
    unitMm3: 2e6,
  }
  expect(unitMeasures(product)).toEqual({ unitGrams: 450, unitMm3: 2.5e6 })
  expect(unitMeasures({ ...product, piecesPerCarton: null })).toEqual({ unitGrams: 400, unitMm3: 2e6 })
  expect(unitMeasures({ ...product, cartonMm3: null, unitMm3: null })).toEqual({ unitGrams: 450, unitMm3: null })
})

test('a budget buys the most urgent first; what is too dear is passed over, what has no price waits', () => {
  const line = (sku: string, days: number | null, costMinor: number | null) => ({
    sku,
    orderBy: days === null ? null : addDays(today, days),
    runsOutOn: addDays(today, 50),
    costMinor,
  })
  const cut = cutToBudget(
    [line('never', null, 10), line('b', 4, 30), line('dear', 2, 900), line('a', 4, 30), line('free', 1, null)],
    75,
  )
  expect(cut.lines.map(({ line: { sku }, state }) => `${sku} ${state}`)).toEqual([
    'free unpriced',
    'dear too-much',
    'a fits',
    'b fits',
    'never fits',
  ])
  expect(cut).toMatchObject({ spentMinor: 70, leftMinor: 5, counts: { fits: 3, tooMuch: 1, unpriced: 1 } })
})

test("the lead time comes from one's own orders when they are enough, else from what is agreed", () => {
  const known = { measuredDays: [18, 20, 25], agreedOnProduct: 30, agreedWithSupplier: 40 }
  expect(chooseLeadTime(known)).toMatchObject({ meanDays: 21, source: 'own-orders', orders: 3 })
  expect(chooseLeadTime(known)?.sdDays).toBeCloseTo(Math.sqrt(13), 12)
  const few = { ...known, measuredDays: [18, 20] }
  expect(chooseLeadTime(few)).toEqual({ meanDays: 30, sdDays: 0, source: 'agreed-product', orders: 0 })
  expect(chooseLeadTime({ ...few, agreedOnProduct: null })).toMatchObject({ meanDays: 40, source: 'agreed-supplier' })
  const nothingAgreed = { agreedOnProduct: null, agreedWithSupplier: null }
  expect(chooseLeadTime({ measuredDays: [18], ...nothingAgreed })).toMatchObject({ meanDays: 18, sdDays: 0, orders: 1 })
  expect(chooseLeadTime({ measuredDays: [], ...nothingAgreed })).toBeNull()
  expect(chooseLeadTime({ measuredDays: [], agreedOnProduct: 0, agreedWithSupplier: 9 })?.meanDays).toBe(0)
})
