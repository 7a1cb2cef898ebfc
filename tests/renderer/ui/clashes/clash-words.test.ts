// Every kind of clash, and every way to mend it, in words of both languages.
import { describe, expect, test } from 'vitest'
import { clashRules } from '#main/services/clashes/clash-rules.ts'
import { formatFor } from '#renderer/lib/format.ts'
import { clashSentence, mendingInWords } from '#renderer/ui/clashes/clash-words.ts'
import { type Language, translator } from '#shared/i18n/translate.ts'
import type { Clash } from '#shared/schemas/clashes.ts'

/** What the rules find, by their names. */
const facts: Record<string, Clash['facts']> = {
  'orders/same-external': { channel: 'Etsy', externalId: '112-1' },
  'orders/same-number': { number: 'SO-2026-0001' },
  'orders/cancelled-shipped': { shippedOn: '2026-10-01' },
  'orders/sent-twice': { number: 'SO-2026-0001', lines: 1 },
  'orders/credited-twice': { number: 'SO-2026-0001' },
  'orders/state-at-odds': { number: 'SO-2026-0001', status: 'confirmed' },
  'orders/arrived-in-parts': { number: 'SO-2026-0001' },
  'papers/same-number': { number: 'PI-2026-0001' },
  'purchases/same-external': { channel: 'File', externalId: '77' },
  'purchases/same-number': { number: 'PO-2026-0001' },
  'purchases/cancelled-received': { receivedOn: '2026-10-01' },
  'purchases/received-twice': { number: 'PO-2026-0001', lines: 1 },
  'shipments/same-external': { channel: 'File', externalId: '77' },
  'shipments/same-number': { number: 'SH-2026-0001' },
  'shipments/over-order': { number: 'SO-2026-0001', lines: 1 },
  'shipments/same-tracking': { number: 'RR123456785CN' },
  'shipments/state-at-odds': { number: 'SH-2026-0001', status: 'cancelled' },
  'shipments/contents-at-odds': { number: 'SH-2026-0001' },
  'shipments/moved-twice': { number: 'SH-2026-0001' },
  'shipments/followed-twice': { number: 'SH-2026-0001' },
  'stock/arrived-twice': { number: 'TR-2026-0001' },
  'shipping/same-setting': { key: 'containers' },
  'carriers/same-code': { name: 'DHL', code: 'EXP' },
  'carriers/tables-overlap': { name: 'Express', day: '2026-10-01' },
  'charges/costs-differ': { number: 'SH-2026-0001' },
  'charges/landed-at-odds': { number: 'SH-2026-0001' },
  'costing/landed-reversed-twice': { number: 'GR-2026-0001' },
  'payments/same-number': { number: 'PAY-2026-0001' },
  'payments/reversed-twice': { number: 'PAY-2026-0001' },
  'payments/over-order': { number: 'PO-2026-0001', paid: '350.00', payable: '200.00', currency: 'USD' },
  'payments/over-shared': { number: 'PAY-2026-0001', amount: '50.00', shared: '80.00', currency: 'USD' },
  'payments/share-currency': { number: 'SO-2026-0001', orderCurrency: 'EUR', amount: '35.00', currency: 'USD' },
  'settlements/same-id': { channel: 'amazon', id: '18001' },
  'products/same-sku': { sku: 'MUG-1' },
  'products/same-barcode': { code: '4006381333931' },
  'parties/same-code': { code: 'C-1' },
  'parties/merged-away': { name: 'Rose' },
  'parties/erased-rows': { count: 2 },
  'sources/same-key': { kind: 'product', channel: 'Etsy', externalId: '77' },
  'categories/same-name': { name: 'Mugs' },
  'people/same-name': { name: 'Mei' },
  'offers/same-day': { day: '2026-10-01' },
  'requests/same-number': { number: 'RQ-2026-0001' },
  'requests/same-supplier': { name: 'Yunqi', number: 'RQ-2026-0001' },
  'suppliers/same-setting': { key: 'capital' },
  'stock/shortage': { quantity: -2.5, unit: 'pcs', warehouse: 'Main', warehouseId: 3 },
  'stock/short-day': { quantity: -2.5, unit: 'pcs', warehouse: 'Main', warehouseId: 3, day: '2026-10-01' },
  'stock/opening-twice': { quantity: 20, unit: 'pcs', count: 2 },
  'stock/counted-twice': { quantity: -6, unit: 'pcs', count: 2 },
  'movements/reversed-twice': { quantity: 20, unit: 'pcs', count: 2 },
  'warehouses/same-name': { name: 'FBA' },
  'bins/same-code': { warehouseId: 3, code: 'A1' },
  'channels/same-code': { code: 'ebay' },
  'channels/same-sku': { channel: 'ebay', sku: 'MUG3' },
  'batches/same-code': { code: 'L1' },
  'documents/same-number': { number: 'GR-2026-0001' },
  'counts/same-number': { number: 'SC-2026-0001' },
  'expected/same-source': { source: 'file' },
  'stock/closed-period': { through: '2026-09-30', day: '2026-09-12', entries: 2 },
  'closings/same-day': { through: '2026-09-30' },
  'planning/same-key': { key: 'window' },
  'demand/same-month': { month: '2026-12' },
  'rates/same-day': { from: 'USD', to: 'CNY', day: '2026-10-01' },
  'days/same-day': { day: '2026-10-01' },
  'tasks/same-next': { title: 'Count the mugs' },
  'views/same-name': { name: 'Late', list: 'orders' },
  'templates/same-name': { name: 'Ours', kind: 'invoice' },
  'templates/two-usual': { kind: 'invoice' },
  'settings/same-rule': { rule: 'rates/stale' },
  'products/family-cycle': {},
  'kits/cycle': { count: 2 },
  'references/deleted': { table: 'order_lines', column: 'product_id', target: 'products', targetId: 5, kind: null },
}

describe.each(['en', 'zh-CN'] as Language[])('in %s', (language) => {
  const words = { t: translator(language), format: formatFor(language) }

  test.each(clashRules.map(({ id }) => id))('%s says what is wrong, with nothing left open', (rule) => {
    const sentence = clashSentence({ rule, facts: facts[rule] ?? {}, count: 2 }, words)
    expect(sentence).not.toMatch(/\{\{|clashes\.|undefined|null/)
    expect(sentence.length).toBeGreaterThan(5)
  })

  test.each(clashRules.map(({ id, mendings }) => [id, mendings] as const))(
    '%s: each way to mend has words',
    (rule, ways) => {
      const said = ways.map(({ id }) => mendingInWords(rule, id, words))
      expect(new Set(said).size).toBe(ways.length)
      for (const way of said) expect(way).not.toMatch(/clashes\./)
    },
  )

  test('stock of a deleted product is told as such', () => {
    const stock = { table: 'stock_movements', column: 'product_id', target: 'products', targetId: 5, quantity: 7 }
    expect(clashSentence({ rule: 'references/deleted', facts: stock, count: 1 }, words)).toContain('7')
  })
})
