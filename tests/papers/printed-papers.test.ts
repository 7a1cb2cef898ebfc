// Every paper, printed by Chromium, for orders of one line and of two hundred, in both languages and both at once: the text of
// every page is checked against the data, and pages against stored pictures.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { amountInWords } from '#main/domain/papers/amount-words.ts'
import { moneyText, quantityText } from '#main/domain/papers/paper-text.ts'
import { previewPaper } from '#main/services/papers/preview-paper.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import { minorFromDecimal } from '#shared/money.ts'
import {
  type PaperKind,
  type PaperLanguage,
  type PaperWishDraft,
  paperLanguages,
  previewInput,
} from '#shared/schemas/papers.ts'
import { type Goods, longName, paperBook, productCount } from '#tests/papers/support/paper-book.ts'
import { openPrinter, type PrintedPaper, type Printer } from '#tests/papers/support/print-pdf.ts'
import { cellMm, storedInk, unlikeness } from '#tests/papers/support/stored-pictures.ts'
import { testNow } from '#tests/support/test-book.ts'

let printer: Printer
const made = paperBook()
const { book, goods } = made
const orders = { 1: made.orderOf(1), 200: made.orderOf(productCount) }

beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer?.close())

const options: PaperWishDraft['options'] = {
  incoterm: 'CIF',
  incotermPlace: 'Hamburg',
  paymentTerms: '30 % deposit',
  marks: 'ALPINE HOME\nC/NO. 1-120',
}

function pageOf(kind: PaperKind, language: PaperLanguage, wish: Partial<PaperWishDraft>): string {
  const { wish: usual } = book.read((db) =>
    startPaper(db, { kind, record: wish.record ?? null, versionId: null }, testNow),
  )
  const asked = previewInput.parse({ ...usual, language, ...wish })
  return book.read((db) => previewPaper(db, asked, testNow)).html
}

async function checkPicture(paper: PrintedPaper, name: string, page: number): Promise<void> {
  const now = await paper.ink(page, cellMm)
  expect(unlikeness(storedInk(name, now), now), `${name}: look at it, then UPDATE_PAPER_PICTURES=1`).toBeLessThan(0.08)
}

/** Text as pdf.js gives it may break anywhere inside a long word. */
const squeezed = (text: string) => text.replaceAll(/\s+/g, '')
const count = (text: string, part: string) => text.split(part).length - 1

const heads: Record<PaperLanguage, string[]> = { en: ['Quantity'], 'zh-CN': ['数量'], both: ['Quantity', '数量'] }
const titles: Record<string, Record<'en' | 'zh-CN', string>> = {
  order_confirmation: { en: 'Order confirmation', 'zh-CN': '订单确认书' },
  proforma_invoice: { en: 'Proforma invoice', 'zh-CN': '形式发票' },
  commercial_invoice: { en: 'Commercial invoice', 'zh-CN': '商业发票' },
}
const langs = (language: PaperLanguage): ('en' | 'zh-CN')[] => (language === 'both' ? ['en', 'zh-CN'] : [language])

describe.each(['order_confirmation', 'proforma_invoice', 'commercial_invoice'] as const)('%s', (kind) => {
  describe.each(paperLanguages)('in %s', (language) => {
    test.each([1, 200] as const)(
      'of %i lines says everything once, on pages that carry their head and number',
      async (size) => {
        const record = { kind: 'order' as const, id: orders[size] }
        const paper = await printer.print(pageOf(kind, language, { record, options }))
        const texts = await paper.texts()
        expect(await paper.size(1)).toEqual([210, 297])
        checkPages(texts, language, size)
        checkContent(texts.join(' '), kind, language, goods.slice(0, size))
        const last = size === 200 ? paper.pages : null
        await checkPicture(paper, `${kind}-${language}-${size}-first`, 1)
        if (last) await checkPicture(paper, `${kind}-${language}-${size}-last`, last)
      },
    )
  })
})

function checkPages(texts: readonly string[], language: PaperLanguage, size: number): void {
  const total = texts.length
  expect(total).toBeGreaterThanOrEqual(size === 200 ? 6 : 1)
  for (const [at, text] of texts.entries()) {
    if (language !== 'zh-CN') expect(text).toContain(`Page ${at + 1} of ${total}`)
    if (language !== 'en') expect(squeezed(text)).toContain(`第${at + 1}页，共${total}页`)
    if (/QP-\d{4}/.test(text)) for (const head of heads[language]) expect(text).toContain(head)
  }
  // The sum never stands alone: its last line is with it.
  const ofTotal = texts.find((text) => text.includes('USD') && /(Total|合计)/.test(text)) ?? ''
  expect(ofTotal).toContain(`QP-${7000 + size}`)
}

function checkContent(text: string, kind: string, language: PaperLanguage, lines: readonly Goods[]): void {
  const tight = squeezed(text)
  for (const { sku, quantity, price } of lines) {
    expect(count(tight, sku), sku).toBe(1)
    const amount = moneyText(minorFromDecimal(price, 'USD') * quantity, 'USD')
    // Its row, up to the next line's SKU: quantity and amount stand there, each once.
    const row = tight.slice(tight.indexOf(sku)).split(/QP-\d{4}/)[1] ?? ''
    const said = row.match(new RegExp(`${quantityText(quantity * 1000)}(?:pcs|sets|件|套)`, 'g'))
    expect(said?.length, `quantity of ${sku}`).toBe(1)
    expect(row.includes(amount), `amount of ${sku}`).toBe(true)
  }
  const total = lines.reduce((sum, { price, quantity }) => sum + minorFromDecimal(price, 'USD') * quantity, 0)
  expect(count(text, `USD ${moneyText(total, 'USD')}`)).toBe(1)
  const words = amountInWords(total, 'USD')
  for (const side of langs(language)) {
    expect(text).toContain(titles[kind]?.[side])
    if (kind !== 'order_confirmation') expect(tight).toContain(squeezed(side === 'en' ? words.en : words.zh))
  }
  // A postal code stands where its country writes it, and the head of the numbers on one line.
  expect(text).toContain('20457 Hamburg')
  if (language !== 'zh-CN') expect(text).toContain('No. ')
  if (language !== 'en') expect(text).toContain('序号')
  checkOddText(tight, language, lines.length)
}

function checkOddText(tight: string, language: PaperLanguage, size: number): void {
  if (language !== 'zh-CN') expect(tight).toContain(squeezed('Crème brûlée dish Ø 12 cm, 0.5 m² box, 2 m³, 5 µm glaze'))
  if (language !== 'en') expect(tight).toContain(squeezed('焦糖布丁碗 直径12厘米 0.5 m² 2 m³ 5 µm'))
  expect(tight).toContain('Speicherstraße12')
  expect(tight).toContain('ALPINEHOMEC/NO.1-120')
  if (size < 3) return
  if (language !== 'zh-CN') {
    expect(tight).toContain(squeezed(longName))
    expect(tight).toContain(squeezed('Łódź "rustic" board <b>40</b> & more'))
  } else expect(tight).toContain('罗兹木板「粗犷」')
}

describe('price list', () => {
  test.each(paperLanguages)('in %s has every product once, under its category', async (language) => {
    const products = goods.map(({ id }) => ({ productId: id }))
    const paper = await printer.print(pageOf('price_list', language, { products, options: { withPictures: true } }))
    const texts = await paper.texts()
    const text = texts.join(' ')
    for (const { sku, price } of goods) {
      expect(count(squeezed(text), sku), sku).toBe(1)
      expect(text).toContain(`USD ${moneyText(minorFromDecimal(price, 'USD'), 'USD')}`)
    }
    expect(text).toContain(language === 'zh-CN' ? '厨房用品' : 'Kitchen')
    for (const page of texts) expect(page).toMatch(language === 'zh-CN' ? /货号/ : /SKU/)
    await checkPicture(paper, `price_list-${language}-first`, 1)
  })

  test('on its side, in another currency, says the rate and its day', async () => {
    const products = goods.slice(0, 5).map(({ id }) => ({ productId: id }))
    const wish = { products, pageSize: 'A4-landscape' as const, options: { currency: 'EUR' } }
    const paper = await printer.print(pageOf('price_list', 'en', wish))
    expect(await paper.size(1)).toEqual([297, 210])
    const text = await paper.text(1)
    expect(text).toContain('1 USD = 0.9215 EUR (20 November 2026)')
    // 5.04 x 0.9215 = 4.64436
    expect(text).toContain('EUR 4.64')
    // 1.00 x 0.9215, below one with two digits more.
    expect(text).toContain('EUR 0.9215')
  })
})

describe('labels', () => {
  test.each([
    ['100x150', [100, 150]],
    ['100x50', [100, 50]],
    ['60x40', [60, 40]],
    ['50x30', [50, 30]],
  ] as const)('of %s mm: one a page, as many copies as asked for', async (pageSize, size) => {
    const products = goods.slice(0, 3).map(({ id }, at) => ({ productId: id, copies: at + 1 }))
    const wish = { products, pageSize, options: { withPrice: true, withWeight: true } }
    const paper = await printer.print(pageOf('product_labels', 'both', wish))
    expect(paper.pages).toBe(6)
    const texts = await paper.texts()
    expect(texts.map((text) => /QP-\d{4}/.exec(text)?.[0])).toEqual([
      'QP-7001',
      'QP-7002',
      'QP-7002',
      'QP-7003',
      'QP-7003',
      'QP-7003',
    ])
    for (let page = 1; page <= 6; page += 1) expect(await paper.size(page)).toEqual(size)
    for (const [at, text] of texts.entries()) {
      expect(text).toContain(`69012345${String([0, 1, 1, 2, 2, 2][at]).padStart(4, '0')}`)
      expect(text).toContain('China')
      expect(text).toMatch(/USD \d/)
    }
    await checkPicture(paper, `product_labels-${pageSize}`, 1)
  })
})

test('a page is not taken for another: the comparison of pictures can fail', async () => {
  const record = { kind: 'order' as const, id: orders[200] }
  const paper = await printer.print(pageOf('commercial_invoice', 'en', { record, options }))
  const [first, last] = [await paper.ink(1, cellMm), await paper.ink(paper.pages, cellMm)]
  expect(unlikeness(first, last)).toBeGreaterThan(0.15)
})
