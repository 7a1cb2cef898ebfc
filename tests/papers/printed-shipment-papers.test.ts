// Papers of a large shipment, printed by Chromium: every carton and every line stands on a page once, in both languages.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { longName } from '#tests/papers/support/paper-book.ts'
import { openPrinter, type Printer } from '#tests/papers/support/print-pdf.ts'
import { cartons, goods, lineCount, pageOf } from '#tests/papers/support/shipment-pages.ts'

let printer: Printer

beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer?.close())

/** A font may share the shape of the dash with another sign. */
const squeezed = (text: string) => text.replaceAll(/\s+/g, '').replaceAll('‒', '–')
const count = (text: string, part: string) => text.split(part).length - 1

describe('a packing list of 210 cartons', () => {
  test.each(['en', 'zh-CN', 'both'] as const)('in %s has each line in its cartons, and one total', async (language) => {
    const paper = await printer.print(pageOf('packing_list', language))
    const texts = await paper.texts()
    const text = squeezed(texts.join(' '))
    for (const { sku } of goods) expect(count(text, sku), sku).toBe(2)
    expect(text).toContain('191–200')
    expect(count(text, '2,625')).toBe(1)
    expect(text).toContain('17.892')
    expect(text).toContain('CSQU3054383')
    if (language !== 'zh-CN') expect(text).toContain(squeezed(longName))
    const head = language === 'zh-CN' ? '箱号' : 'Carton'
    for (const page of texts) if (/QP-\d{4}/.test(page)) expect(squeezed(page)).toContain(head)
  })
})

describe('carton labels', () => {
  test.each(['100x150', '100x50'] as const)('of %s are one a carton, each on one page', async (pageSize) => {
    const paper = await printer.print(pageOf('carton_labels', 'en', { pageSize }))
    expect(paper.pages).toBe(cartons)
    expect(await paper.text(17)).toContain('17 / 210')
    expect(await paper.size(1)).toEqual(pageSize === '100x150' ? [100, 150] : [100, 50])
  })
})

describe('shipping marks', () => {
  test.each(['A4-landscape', '100x150'] as const)('on %s are one page for each run of cartons', async (pageSize) => {
    const paper = await printer.print(pageOf('shipping_marks', 'en', { pageSize }))
    expect(paper.pages).toBe(lineCount + lineCount / 2)
    expect(await paper.text(2)).toContain('C/NO. 11–20 OF 210')
  })
})

test('a picking list of many lines carries its head on every page', async () => {
  const paper = await printer.print(pageOf('picking_list', 'zh-CN'))
  const texts = await paper.texts()
  expect(texts.length).toBeGreaterThan(1)
  for (const text of texts) if (/QP-\d{4}/.test(text)) expect(squeezed(text)).toContain('货号')
})
