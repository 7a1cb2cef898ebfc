import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { addConsent } from '#main/services/customers/consents.ts'
import { mergeParties } from '#main/services/customers/merge-parties.ts'
import { saveMessage } from '#main/services/customers/messages.ts'
import { privacyFile } from '#main/services/customers/privacy-file.ts'
import { privacyReport } from '#main/services/customers/privacy-report.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import { eraseParty, previewErasure } from '#main/services/parties/erase-party.ts'
import { consentInput, mergePartiesInput, messageInput, privacyFileInput } from '#shared/schemas/customers.ts'
import { makeCustomer, makeOrder } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function filled(book: TestBook) {
  return book.write((tx) => {
    const id = makeCustomer(tx, 'Ottoline <b>Quarrelsworth</b>', {
      email: 'ottoline@example.test',
      tags: ['fair'],
      contacts: [{ name: 'Otto', phone: '555-0142', bornOn: '1990-01-02' }],
      sale: { kind: 'person', bornOn: '1980-01-02', creditLimit: { amount: '50', currency: 'JPY' } },
    })
    const lines = [{ productId: null, description: 'An engraved mug', quantity: 2, unitPrice: '3.50' }]
    const order = makeOrder(tx, { customerId: id, shipTo: { name: 'Ottoline', city: 'York' }, lines })
    tx.insert('dispatches', { order_id: order, dispatched_on: '2026-03-04', tracking_number: 'TRACK-7' })
    tx.insert('dunning_letters', {
      number: 'DL-1',
      party_id: id,
      step: 1,
      as_of: '2026-04-01',
      currency: 'USD',
      open_minor: 700,
      note: 'rude',
    })
    tx.insert('sales_costs', {
      order_id: order,
      kind: 'other',
      incurred_on: '2026-04-01',
      amount_minor: 5,
      currency: 'USD',
      base_minor: 5,
      note: 'gift for Ottoline',
    })
    addConsent(tx, consentInput.parse({ customerId: id, purpose: 'email', state: 'given', proof: 'form of the fair' }))
    saveMessage(tx, messageInput.parse({ customerId: id, text: 'My cat is ill' }))
    const twin = makeCustomer(tx, 'O. Quarrelsworth', { phone: '555-0199' })
    mergeParties(tx, mergePartiesInput.parse({ keepId: id, otherIds: [twin] }))
    return { id, order, twin }
  })
}

describe('everything about one person', () => {
  test('is there table by table, in units that people read, the merged record’s as well', () => {
    const book = testBook()
    const { id, order } = filled(book)
    const report = book.read((db) => privacyReport(db, id))
    const tables = new Map(report.sections.map(({ table, rows }) => [table, rows]))
    expect([...tables.keys()].sort()).toEqual([
      'consents',
      'contacts',
      'dispatches',
      'document_versions',
      'dunning_letters',
      'messages',
      'order_lines',
      'parties',
      'party_tags',
      'sales_costs',
      'sales_orders',
    ])
    expect(tables.get('parties')?.map(({ values }) => values)).toMatchObject([
      { email: 'ottoline@example.test', is_customer: true, credit_limit_minor: '50 JPY', born_on: '1980-01-02' },
      { name: 'O. Quarrelsworth', phone: '555-0199' },
    ])
    expect(tables.get('order_lines')?.[0]?.values).toMatchObject({
      description: 'An engraved mug',
      qty_milli: '2',
      price_micros: '3.5',
    })
    expect(tables.get('sales_orders')?.[0]?.record).toMatchObject({ kind: 'order', id: order })
    expect(tables.get('messages')?.[0]?.values).toMatchObject({ text: 'My cat is ill' })
    expect(JSON.stringify([...tables.values()].flatMap((rows) => rows.map(({ values }) => values)))).not.toMatch(
      /"(salt|deleted|hash|party_id)"/,
    )
    expect(report).toMatchObject({ party: { id }, asOf: '2026-11-22', erased: 0 })
  })

  test('goes to a file for machines, and to one for people in the words that the screen gives', () => {
    const book = testBook()
    const { id } = filled(book)
    const files = fileShelf(join(folder, 'shelf'))
    const make = (format: 'json' | 'html') => {
      const words = { parties: 'Card & name', 'parties.email': 'E-mail', yes: 'yes' }
      const file = book.read((db) => privacyFile(db, files, privacyFileInput.parse({ id, format, words })))
      return { name: file.name, text: readFileSync(files.find(file.token).path, 'utf8') }
    }
    const json = make('json')
    expect(json.name).toMatch(/^Ottoline.* - 2026-11-22\.json$/)
    expect(JSON.parse(json.text)).toMatchObject({
      asOf: '2026-11-22',
      tables: { messages: [{ text: 'My cat is ill' }] },
    })
    const { text } = make('html')
    expect(text).toContain('<h2>Card &amp; name</h2>')
    expect(text).toContain('<dt>E-mail</dt><dd>ottoline@example.test</dd>')
    expect(text).toContain('Ottoline &lt;b&gt;Quarrelsworth&lt;/b&gt;')
    expect(text).not.toContain('<b>')
  })
})

test('erasing takes the words of it, the merged record’s too, and leaves what was sold', () => {
  const file = join(folder, 'erased.quay')
  const book = testBook({ file })
  const { id } = filled(book)
  const preview = book.read((db) => previewErasure(db, { id, contactId: null }))
  expect(Object.fromEntries(preview.erased.map(({ kind, count }) => [kind, count]))).toEqual({
    party: 2,
    contacts: 1,
    orders: 3,
    consents: 1,
    messages: 1,
    letters: 1,
  })
  book.write((tx) => eraseParty(tx, { id, contactId: null, withDocuments: true, name: preview.name }))
  expect(book.read(checkBook).problems).toEqual([])
  expect(book.read((db) => privacyReport(db, id)).sections.map(({ table }) => table)).toEqual(['party_tags'])
  const orders = book.read((db) => db.raw('SELECT total_minor, customer_id FROM live_sales_orders'))
  expect(orders).toEqual([[700, id]])
  book.connection.pragma('wal_checkpoint(TRUNCATE)')
  const bytes = readFileSync(file).toString('latin1')
  for (const word of [
    'Ottoline',
    '555-0199',
    '555-0142',
    'My cat is ill',
    'form of the fair',
    'TRACK-7',
    'rude',
    'York',
  ])
    expect(bytes.includes(word), word).toBe(false)
  book.close()
})
