// What two copies made together of offers, requests for quotation, suppliers and their settings.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { addParty } from '#main/services/parties/party-commands.ts'
import { addOffer } from '#main/services/sourcing/offer-commands.ts'
import { addRequest } from '#main/services/sourcing/request-commands.ts'
import { validOffer } from '#main/services/sourcing/valid-offer.ts'
import { admissionOf, signAdmission } from '#main/services/suppliers/admission.ts'
import { addCertificate } from '#main/services/suppliers/certificate-commands.ts'
import { setSupplierStatus, statusChanges } from '#main/services/suppliers/supplier-status.ts'
import { setSupplySetting, supplySetting } from '#main/services/suppliers/supply-settings.ts'
import { asDay } from '#shared/dates.ts'
import { offerInput } from '#shared/schemas/offers.ts'
import { partyInput } from '#shared/schemas/parties.ts'
import { requestInput } from '#shared/schemas/quote-requests.ts'
import { certificateInput, setStatusInput, signAdmissionInput } from '#shared/schemas/suppliers.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { makeProduct } from '#tests/support/records.ts'

const supplier = (tx: WriteTx, name: string, code = '') =>
  addParty(tx, partyInput.parse({ roles: ['supplier'], name, code, supply: { status: 'approved' }, tags: ['glass'] }))
const offer = (tx: WriteTx, supplierId: number, productId: number, price: string) =>
  addOffer(
    tx,
    offerInput.parse({ supplierId, productId, currency: 'USD', validFrom: '2026-01-01', prices: [{ price }] }),
  )

function sourcedPair() {
  const known = { kiln: 0, mug: 0 }
  const pair = pairOf((tx) => {
    known.kiln = supplier(tx, 'Kiln')
    known.mug = makeProduct(tx, { sku: 'MUG' })
  })
  return { pair, ...known }
}

test('one offer written down in both copies: one of them goes, with its prices', () => {
  const { pair, kiln, mug } = sourcedPair()
  const book = merged(
    pair,
    (tx) => offer(tx, kiln, mug, '10'),
    (tx) => offer(tx, kiln, mug, '9'),
  )
  expect(rulesWithClashes(book)).toEqual(['offers/same-day'])
  expect(clashesOf(book, 'offers/same-day')[0]?.facts).toEqual({ day: '2026-01-01' })
  mendAll(book, { rule: 'offers/same-day', mending: 'keepNewest' })
  const held = () =>
    book.read((db) => validOffer(db, { supplierId: kiln, productId: mug, on: asDay('2026-02-01'), qtyMilli: 1000 }))
  expect(held()?.priceMicros).toBe(9_000_000)
  expect(book.read((db) => db.raw('SELECT count(*) FROM live_offer_prices'))).toEqual([[1]])
  expect(rulesWithClashes(book)).toEqual([])
})

test('requests of one number, and a setting set twice', () => {
  const { pair, kiln, mug } = sourcedPair()
  const ask = (tx: WriteTx) =>
    addRequest(
      tx,
      requestInput.parse({
        number: 'RQ-7',
        requestedOn: '2026-11-22',
        lines: [{ productId: mug, quantity: 1 }],
        supplierIds: [kiln],
      }),
    )
  const book = merged(
    pair,
    (tx) => [ask(tx), setSupplySetting(tx, 'capital', { yearlyPercent: 5 })],
    (tx) => [ask(tx), setSupplySetting(tx, 'capital', { yearlyPercent: 8 })],
  )
  expect(rulesWithClashes(book)).toEqual(['requests/same-number', 'suppliers/same-setting'])
  mendAll(book, { rule: 'requests/same-number', mending: 'rename' })
  expect(book.read((db) => db.raw('SELECT number FROM live_quote_requests ORDER BY id'))).toEqual([
    ['RQ-7'],
    ['RQ-2026-0001'],
  ])
  mendAll(book, { rule: 'suppliers/same-setting', mending: 'keepNewest' })
  expect(book.read((db) => supplySetting(db, 'capital'))).toEqual({ yearlyPercent: 8 })
  expect(rulesWithClashes(book)).toEqual([])
})

test('a supplier met in both copies becomes one, with offers, certificates, admission and tags of both', () => {
  const { pair, mug } = sourcedPair()
  const meet = (price: string) => (tx: WriteTx) => {
    const id = supplier(tx, 'Pine', 'P1')
    offer(tx, id, mug, price)
    addCertificate(tx, certificateInput.parse({ supplierId: id, title: `ISO ${price}` }))
    signAdmission(tx, signAdmissionInput.parse({ supplierId: id, item: 'licence', state: 'passed' }))
  }
  const book = merged(pair, meet('3'), meet('4'))
  expect(rulesWithClashes(book)).toEqual(['parties/same-code'])
  const [, kept] = book.read((db) => db.raw('SELECT id FROM live_parties ORDER BY id')).map(([id]) => id as number)
  mendAll(book, { rule: 'parties/same-code', mending: 'combine' })
  const count = (table: string, owner: string) =>
    book.read((db) => db.raw(`SELECT count(*) FROM live_${table} WHERE ${owner} = ?`, kept ?? 0))[0]?.[0]
  expect(count('offers', 'supplier_id')).toBe(2)
  expect(count('certificates', 'party_id')).toBe(2)
  // What both copies say word for word is said once.
  expect(count('party_tags', 'party_id')).toBe(1)
  expect(rulesWithClashes(book)).toEqual(['offers/same-day'])
})

test('what both copies said of one supplier stands once, and every change of its status is on record', () => {
  const { pair, kiln } = sourcedPair()
  const sign = (tx: WriteTx, state: string, on: string) =>
    signAdmission(tx, signAdmissionInput.parse({ supplierId: kiln, item: 'licence', state, on, note: state }))
  const status = (tx: WriteTx, next: string, on: string) =>
    setSupplierStatus(tx, setStatusInput.parse({ supplierId: kiln, status: next, reason: next, on }))
  const book = merged(
    pair,
    (tx) => [sign(tx, 'passed', '2026-11-20'), status(tx, 'on_hold', '2026-11-20')],
    (tx) => [sign(tx, 'failed', '2026-11-21'), status(tx, 'blocked', '2026-11-21')],
  )
  const items = book.read((db) => admissionOf(db, kiln)).items.filter(({ item }) => item === 'licence')
  expect(items.map(({ state, signedOn }) => [state, signedOn])).toEqual([['failed', '2026-11-21']])
  expect(book.read((db) => db.raw('SELECT supply_status FROM parties WHERE id = ?', kiln))).toEqual([['blocked']])
  expect(book.read((db) => statusChanges(db, kiln)).map((one) => one.status)).toEqual([
    'approved',
    'blocked',
    'on_hold',
  ])
  expect(rulesWithClashes(book)).toEqual([])
})

test('an offer of a product or supplier that the other copy deleted is told', () => {
  const { pair, kiln, mug } = sourcedPair()
  const book = merged(
    pair,
    (tx) => tx.update('parties', kiln, { deleted: 1 }),
    (tx) => offer(tx, kiln, mug, '1'),
  )
  expect(rulesWithClashes(book)).toEqual(['references/deleted'])
  mendAll(book, { rule: 'references/deleted', mending: 'restore' })
  expect(rulesWithClashes(book)).toEqual([])
})
