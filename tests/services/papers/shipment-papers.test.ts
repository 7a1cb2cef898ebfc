// Papers of shipments: packing list, carton labels, marks and picking list say what lies where, once and exactly.
import { beforeAll, describe, expect, test } from 'vitest'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { previewPaper } from '#main/services/papers/preview-paper.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import { addShipment } from '#main/services/shipments/shipment-commands.ts'
import type { PaperKind, PaperWishDraft } from '#shared/schemas/papers.ts'
import { previewInput } from '#shared/schemas/papers.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'
import { type DispatchBook, dispatchBook, lineIds } from '#tests/services/dispatch/dispatch-book.ts'
import { testNow } from '#tests/support/test-book.ts'

let book: DispatchBook
let id: number
let order: ReturnType<DispatchBook['order']>

beforeAll(() => {
  book = dispatchBook()
  order = book.order({}, [{ quantity: 50 }, { productId: book.cup, quantity: 7 }])
  const [mugs = 0, cups = 0] = lineIds(order)
  const carton = { lengthMm: 400, widthMm: 300, heightMm: 255, netGrams: 9600, grossGrams: 10_200 }
  id = book.write((tx) =>
    addShipment(
      tx,
      shipmentInput.parse({
        kind: 'order',
        mode: 'sea',
        marks: 'ALPINE\nHAMBURG',
        shipTo: { name: 'Ada Baum', street: 'Kaistraße 1', city: 'Hamburg', postalCode: '20457', country: 'DE' },
        lines: [
          { orderLineId: mugs, quantity: 50 },
          { orderLineId: cups, quantity: 7 },
        ],
        parcels: [
          { ...carton, pieces: 4, contents: [{ line: 0, quantity: 48 }] },
          {
            ...carton,
            contents: [
              { line: 0, quantity: 2 },
              { line: 1, quantity: 5 },
            ],
          },
        ],
      }),
    ),
  ).id
})

function preview(kind: PaperKind, wish: Partial<PaperWishDraft> = {}) {
  const record = { kind: 'shipment' as const, id }
  return book.read((db) => {
    const { wish: usual } = startPaper(db, { kind, record, versionId: null }, testNow)
    return previewPaper(db, previewInput.parse({ ...usual, language: 'en', ...wish }), testNow)
  })
}

const cells = (html: string, column: string) =>
  [...html.matchAll(new RegExp(`<td class="[^"]*\\b${column}">(.*?)</td>`, 'g'))].map(([, text]) => text)

describe('a packing list', () => {
  test('counts cartons through, adds weights and volume exactly and shows what is in no carton', () => {
    const { html, warnings } = preview('packing_list')
    expect(cells(html, 'cartons')).toEqual(['1–4', '5', '', '—', 'Total'])
    expect(cells(html, 'sku')).toEqual(['MUG', 'MUG', 'CUP', 'CUP', ''])
    expect(cells(html, 'quantity')).toEqual(['48', '2', '5', '2', '57'])
    expect(cells(html, 'perCarton')).toEqual(['12', '', '', '', ''])
    expect(cells(html, 'gross')).toEqual(['40.8', '10.2', '', '', '51'])
    expect(cells(html, 'volume')).toEqual(['0.122', '0.031', '', '', '0.153'])
    expect(cells(html, 'size')[0]).toBe('40 × 30 × 25.5')
    expect(warnings.map(({ code }) => code)).toContain('not-packed')
    expect(html).toContain('without goods that are in none')
    expect(preview('packing_list', { language: 'zh-CN' }).html).toContain('不含未装箱的货物')
    expect(html).toContain('Kaistraße 1')
    expect(html).toContain('By sea')
  })

  test('leaves a sum empty where a weight is not known', () => {
    const lacking = book.write((tx) =>
      addShipment(tx, shipmentInput.parse({ kind: 'other', parcels: [{ grossGrams: 5 }, {}] })),
    ).id
    const { html, warnings } = preview('packing_list', { record: { kind: 'shipment', id: lacking } })
    expect(cells(html, 'gross').at(-1)).toBe('')
    expect(cells(html, 'pieces').at(-1)).toBe('2')
    expect(html).not.toContain('goods that are in none')
    expect(warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['no-carton-size', 'no-carton-weight', 'no-customer-address']),
    )
  })

  test('is issued with a number of its own', () => {
    const record = { kind: 'shipment' as const, id }
    const { wish } = book.read((db) => startPaper(db, { kind: 'packing_list', record, versionId: null }, testNow))
    expect(wish.language).toBe('en')
    expect(book.write((tx) => issuePaper(tx, wish)).number).toBe('PK-2026-0001')
  })
})

describe('carton labels', () => {
  test('are one for each carton, each with its number and a code', () => {
    const { html } = preview('carton_labels')
    const labels = html.split('class="label-sheet').slice(1)
    expect(labels).toHaveLength(5)
    expect(labels[2]).toContain('<strong>3 / 5</strong>')
    expect(labels[2]).toContain('>12 ')
    expect(labels[2]).toContain('<p class="code">MUG</p>')
    expect(labels[4]).toMatch(/<p class="code">SH-2026-0001-5<\/p>/)
    expect(labels[4]).toContain('ALPINE')
  })
})

test('marks are one page for each run of alike cartons; without written ones they name buyer, order and place', () => {
  const { html } = preview('shipping_marks')
  expect(html).toContain('C/NO. 1–4 OF 5')
  expect(html).toContain('C/NO. 5 OF 5')
  expect(html).toContain('ALPINE')
  book.write((tx) => tx.update('shipments', id, { marks: '' }))
  const customary = preview('shipping_marks').html
  expect(customary).toContain(`ADA BAUM\n${order.number}\nHAMBURG, GERMANY`)
})

describe('a picking list', () => {
  test('gathers shipments and orders, says for whom, and begins in the language of the house', () => {
    const other = book.order({}, [{ quantity: 60 }])
    const { html, warnings } = preview('picking_list', { also: [{ kind: 'order', id: other.id }] })
    expect(cells(html, 'sku')).toEqual(['CUP', 'MUG', 'MUG'])
    expect(cells(html, 'quantity')).toEqual(['7', '100', '10'])
    expect(cells(html, 'for')[1]).toBe(`SH-2026-0001: 50; ${other.number}: 60`)
    expect(cells(html, 'remark')).toEqual(['', '', 'Not in stock'])
    expect(warnings).toMatchObject([{ code: 'not-in-stock', names: ['MUG'] }])
    const { wish } = book.read((db) =>
      startPaper(db, { kind: 'picking_list', record: { kind: 'order', id: other.id }, versionId: null }, testNow),
    )
    expect(wish.language).toBe('zh-CN')
  })
})

test.each(['packing_list', 'carton_labels', 'shipping_marks', 'picking_list'] as const)(
  'a sample of %s can be looked at in every language and size',
  (kind) => {
    for (const language of ['en', 'zh-CN', 'both'] as const) {
      expect(preview(kind, { record: null, language }).html.length).toBeGreaterThan(2000)
    }
  },
)
