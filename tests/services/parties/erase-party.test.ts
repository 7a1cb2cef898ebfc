import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { addAttachment } from '#main/services/attachments/attachment-commands.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { addNote } from '#main/services/notes/note-commands.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { getPaper, paperHtml } from '#main/services/papers/paper-queries.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import { eraseParty, erasureOf, previewErasure } from '#main/services/parties/erase-party.ts'
import { editParty } from '#main/services/parties/party-commands.ts'
import { getParty } from '#main/services/parties/party-queries.ts'
import { searchIndex } from '#main/services/search/search-index.ts'
import { findRecords } from '#main/services/search/search-queries.ts'
import { addTask } from '#main/services/tasks/task-commands.ts'
import { keptDocument, versionsOf } from '#main/services/versions/version-queries.ts'
import type { Id } from '#shared/ids.ts'
import { searchInput } from '#shared/schemas/search.ts'
import { taskInput } from '#shared/schemas/tasks.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook, testNow } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
let file = ''
beforeEach(() => {
  count += 1
  file = join(folder, `book-${count}.quay`)
})

const own = [
  'Ottoline',
  'Quarrelsworth',
  'ottoline@example.test',
  '555-0142',
  'Bramblewick',
  'CUST-OQ',
  'allergic to zinc',
]
const onDocuments = ['Quarrelsworth-contract', 'deliver to the back door']

type Made = { book: TestBook; party: Id; order: Id; other: Id }

/** A consumer with everything that may hang on one, and a neighbour who is to be left alone. */
function filled(): Made {
  const book = testBook({ file })
  const product = book.write((tx) => makeProduct(tx, { sku: 'A', nameEn: 'Mug' }))
  const made = book.write((tx) => {
    const party = makeCustomer(tx, 'Ottoline Quarrelsworth', {
      email: 'ottoline@example.test',
      country: 'GB',
      note: 'allergic to zinc',
      contacts: [{ name: 'Ottoline Q', phone: '555-0142' }],
      addresses: [{ street: 'Bramblewick 9', city: 'York', country: 'GB' }],
    })
    tx.insert('source_keys', { channel: 'shop', kind: 'customer', external_id: 'CUST-OQ', record_id: party })
    const shipTo = { name: 'Ottoline Quarrelsworth', street: 'Bramblewick 9', city: 'York', country: 'GB' }
    const lines = [{ productId: product, quantity: 2, unitPrice: '3' }]
    const order = makeOrder(tx, { customerId: party, shipTo, note: 'deliver to Ottoline', lines })
    const other = makeCustomer(tx, 'Barnaby Rudge', { note: 'a friend of Ottoline Quarrelsworth' })
    return { party, order, other }
  })
  book.write((tx) => addNote(tx, { kind: 'party', id: made.party }, 'Ottoline rang'))
  book.write((tx) =>
    addTask(
      tx,
      taskInput.parse({
        title: 'Ring Ottoline',
        record: { kind: 'party', id: made.party },
        items: [{ text: '555-0142' }],
      }),
    ),
  )
  book.write((tx) => {
    const file = shelved('Quarrelsworth-photo.txt', 'Bramblewick seen from the road')
    addAttachment(tx, { record: { kind: 'party', id: made.party }, file, thumbnail: null })
  })
  book.write((tx) => {
    const file = shelved('Quarrelsworth-contract.txt', 'deliver to the back door')
    addAttachment(tx, { record: { kind: 'order', id: made.order }, file, thumbnail: null })
  })
  book.write((tx) => {
    const asked = {
      kind: 'proforma_invoice' as const,
      record: { kind: 'order' as const, id: made.order },
      versionId: null,
    }
    issuePaper(tx, startPaper(tx, asked, testNow).wish)
  })
  return { book, ...made }
}

function shelved(name: string, text: string) {
  const path = join(folder, name)
  if (!existsSync(path)) writeFileSync(path, text)
  return { name, path, size: Buffer.byteLength(text) }
}

const words = (candidates: readonly string[]) => {
  const bytes = ['', '-wal'].flatMap((part) => (existsSync(file + part) ? [readFileSync(file + part)] : []))
  return candidates.filter((word) => bytes.some((content) => content.includes(word)))
}

const erase = (book: TestBook, party: Id, withDocuments: boolean, name = 'Ottoline Quarrelsworth') =>
  book.write((tx) => eraseParty(tx, { id: party, contactId: null, withDocuments, name }), 'parties.erase')

test('the preview says what goes, what stays by law, and who else names them', () => {
  const { book, party } = filled()
  const preview = book.read((db) => previewErasure(db, { id: party, contactId: null }))
  expect(preview).toMatchObject({
    name: 'Ottoline Quarrelsworth',
    erased: [
      { kind: 'party', count: 1 },
      { kind: 'keys', count: 1 },
      { kind: 'contacts', count: 1 },
      { kind: 'addresses', count: 1 },
      { kind: 'orders', count: 1 },
      { kind: 'notes', count: 1 },
      { kind: 'tasks', count: 1 },
      { kind: 'files', count: 1 },
    ],
    documents: [
      { kind: 'orderFiles', count: 1 },
      { kind: 'papers', count: 1 },
      { kind: 'versions', count: 1 },
    ],
    mentions: [{ table: 'parties', count: 1, records: [{ kind: 'party', name: 'Barnaby Rudge' }] }],
  })
})

describe('text that names the person and stays is found', () => {
  const person = 'Léa Möllendorf-Ruiz'

  /** A customer, and one order of somebody else whose line says `text`. */
  function told(text: string, others: readonly string[] = []) {
    const book = testBook({ file })
    const product = book.write((tx) => makeProduct(tx, { sku: 'A', nameEn: 'Mug' }))
    const { party, order } = book.write((tx) => {
      const party = makeCustomer(tx, person, { nameZh: '李小龙', email: 'lea@example.test', phone: '+49 170 555 01' })
      const customerId = makeCustomer(tx, 'Barnaby Rudge')
      for (const other of others) makeCustomer(tx, other)
      const lines = [{ productId: product, quantity: 1, unitPrice: '3', description: text }]
      return { party, order: makeOrder(tx, { customerId, lines }) }
    })
    const { mentions } = book.read((db) => previewErasure(db, { id: party, contactId: null }))
    return { mentions: mentions.filter(({ table }) => table === 'order_lines'), order }
  }

  test.each([
    'Engraved: LÉA MÖLLENDORF-RUIZ',
    'for lea mollendorf ruiz, blue',
    'Geschenk für Moellendorf Ruiz',
    'a gift of Möllendorf',
    'send the proof to Lea@Example.test.',
    'call +49 170 555-01 first',
    '刻字：李小龙收',
  ])('%s', (text) => {
    const { mentions, order } = told(text)
    expect(mentions).toMatchObject([{ count: 1, records: [{ kind: 'order', id: order }] }])
  })

  test.each(['Möllendorfer Becher', 'plea for ruizo', 'a mug'])('and no part of another word is: %s', (text) => {
    expect(told(text).mentions).toEqual([])
  })

  test('nor what names others as well, unless the whole name stands there', () => {
    expect(told('a gift of Möllendorf', ['Möllendorf GmbH']).mentions).toEqual([])
    file += '2'
    expect(told(`a gift of ${person}`, ['Möllendorf GmbH']).mentions).toHaveLength(1)
  })

  test('and their own order says so where a line names them', () => {
    const { book, party, order } = filled()
    book.write((tx) => {
      const line = tx.get<{ id: Id }>('SELECT id FROM order_lines WHERE order_id = ?', order)
      tx.update('order_lines', line?.id as Id, { description: 'Mug for Ottoline' })
    })
    const { mentions } = book.read((db) => previewErasure(db, { id: party, contactId: null }))
    expect(mentions).toMatchObject([
      { table: 'order_lines', count: 1, records: [{ kind: 'order', id: order }] },
      { table: 'parties', count: 1 },
    ])
  })
})

test('erased without documents: the papers and versions keep what the law asks for, all else is gone', () => {
  const { book, party, order } = filled()
  expect(erase(book, party, false)).toBeGreaterThan(8)
  expect(book.read(checkBook).problems).toEqual([])
  const left = book.read((db) => getParty(db, party))
  expect(left).toMatchObject({
    name: '—',
    email: '',
    note: '',
    country: 'GB',
    archived: true,
    contacts: [],
    addresses: [],
    orderCount: 1,
  })
  expect(
    book.read((db) =>
      db.get(
        'SELECT ship_to_name, ship_to_street, ship_to_country, note, customer_id FROM sales_orders WHERE id = ?',
        order,
      ),
    ),
  ).toEqual({
    ship_to_name: '',
    ship_to_street: '',
    ship_to_country: 'GB',
    note: '',
    customer_id: party,
  })
  expect(book.read((db) => db.raw('SELECT length(snapshot) > 10 FROM document_versions'))).toEqual([[1]])
  expect(
    words([
      'allergic to zinc',
      'CUST-OQ',
      '555-0142',
      'Ottoline rang',
      'Ring Ottoline',
      'photo.txt',
      'seen from the road',
    ]),
  ).toEqual([])
})

test('erased with documents: no word of them is in the file', () => {
  const { book, party, other } = filled()
  expect(words([...own, ...onDocuments])).toEqual([...own, ...onDocuments])
  // A neighbour's note names them: only its writer can change that, as the preview says.
  book.write((tx) => tx.update('parties', other, { note: '' }))
  erase(book, party, true)
  expect(book.read(checkBook).problems).toEqual([])
  const inNote = ['Ottoline', 'Quarrelsworth']
  expect(words([...own, ...onDocuments]).filter((word) => !inNote.includes(word))).toEqual([])
})

test('screens of erased papers and versions say so instead of failing, and the next version follows on', () => {
  const { book, party, order } = filled()
  erase(book, party, true)
  const record = { kind: 'order' as const, id: order }
  const [kept] = book.read((db) => versionsOf(db, record))
  expect(kept).toMatchObject({ version: 1, isCurrent: false })
  expect(refusal(() => book.read((db) => keptDocument(db, kept?.id ?? 0)))).toMatchObject({ code: 'versions/erased' })
  const [paper] = book.read((db) => db.raw('SELECT id FROM papers'))[0] as [Id]
  expect(refusal(() => book.read((db) => paperHtml(db, paper)))).toMatchObject({ code: 'papers/erased' })
  expect(book.read((db) => getPaper(db, paper))).toMatchObject({
    number: expect.stringMatching(/./),
    version: { version: 1 },
  })
  book.write((tx) => {
    tx.update('sales_orders', order, { required_on: '2026-04-01' })
    settleOrders(tx, [order])
  })
  expect(book.read((db) => versionsOf(db, record)).map(({ version }) => version)).toEqual([2, 1])
  expect(book.read(checkBook).problems).toEqual([])
})

test('one contact alone can be erased', () => {
  const { book, party } = filled()
  const [contact] = book.read((db) => db.raw('SELECT id FROM contacts'))[0] as [Id]
  const input = { id: party, contactId: contact, withDocuments: false, name: 'Ottoline Q' }
  expect(book.write((tx) => eraseParty(tx, input))).toBe(1)
  expect(book.read((db) => getParty(db, party))).toMatchObject({ name: 'Ottoline Quarrelsworth', contacts: [] })
})

describe('refused', () => {
  test('under another name, and twice', () => {
    const { book, party } = filled()
    expect(refusal(() => erase(book, party, false, 'Ottoline'))).toMatchObject({ code: 'parties/erase-name' })
    erase(book, party, true)
    expect(refusal(() => erase(book, party, true, '—'))).toMatchObject({ code: 'parties/erased-already' })
  })

  test('undoing it, and undoing what touched what is gone', () => {
    const { book, party } = filled()
    const edited = book.writer.write('parties.edit', null, (tx) =>
      tx.update('parties', party, { phone: '1' }),
    ).operationId
    const open = book.writer.write('parties.edit', null, (tx) =>
      tx.update('parties', party, { status: 'paused' }),
    ).operationId
    const done = book.writer.write('parties.erase', null, (tx) =>
      eraseParty(tx, { id: party, contactId: null, withDocuments: false, name: 'Ottoline Quarrelsworth' }),
    ).operationId
    const undo = (id: Id | null) => refusal(() => book.write((tx) => undoOperation(tx, id ?? 0)))
    expect(undo(done)).toMatchObject({ code: 'history/undo-erasure' })
    expect(undo(edited)).toMatchObject({ code: 'history/undo-erased' })
    book.write((tx) => undoOperation(tx, open ?? 0))
    expect(book.read((db) => db.get('SELECT status FROM parties WHERE id = ?', party))).toEqual({ status: 'active' })
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('giving the person their name back through the form', () => {
    const { book, party } = filled()
    const before = book.read((db) => getParty(db, party))
    erase(book, party, false)
    const form = { ...before, contacts: [], addresses: [] }
    expect(refusal(() => book.write((tx) => editParty(tx, party, form)))).toMatchObject({ code: 'book/erased' })
  })
})

test('a file that another record shows as well stays with that record', () => {
  const { book, party, other } = filled()
  book.write((tx) => {
    const file = shelved('Quarrelsworth-photo.txt', 'Bramblewick seen from the road')
    addAttachment(tx, { record: { kind: 'party', id: other }, file, thumbnail: null })
  })
  erase(book, party, false)
  expect(words(['seen from the road'])).toEqual(['seen from the road'])
  expect(book.read((db) => db.raw("SELECT count(*) FROM record_attachments WHERE name = '—'"))).toEqual([[1]])
})

test('who erased whom and when is known afterwards', () => {
  const { book, party, other } = filled()
  erase(book, party, false)
  expect(book.read((db) => erasureOf(db, party))).toEqual({ at: testNow, person: '', isPurged: true })
  expect(book.read((db) => erasureOf(db, other))).toBeNull()
})

test('a search finds nothing of them any more, orders and files included', () => {
  const { book, party } = filled()
  const index = searchIndex()
  const found = (text: string) => book.read((db) => findRecords(db, index, searchInput.parse({ text })).hits.length)
  expect(found('Quarrelsworth')).toBeGreaterThan(0)
  expect(found('555-0142')).toBeGreaterThan(0)
  erase(book, party, true)
  expect(found('Quarrelsworth')).toBe(0)
  expect(found('555-0142')).toBe(0)
  expect(found('Bramblewick')).toBe(0)
})

test('what left by a shipment of theirs without an order, and the claim against its carrier, say nothing of them', () => {
  const { book, party } = filled()
  book.write((tx) => {
    const shipment_id = tx.insert('shipments', { number: 'SH-1', kind: 'order', status: 'sent', party_id: party })
    const carrier = makeCustomer(tx, 'Swift Parcel', { roles: ['carrier'] })
    const claim = { kind: 'lost', opened_on: '2026-11-14', text: 'Ottoline never got it', shipment_id }
    tx.insert('claims', { number: 'CL-1', party_id: carrier, ...claim })
    const issue = { kind: 'issue', moved_on: '2026-11-13', warehouse_id: 1, note: 'for Ottoline', shipment_id }
    tx.insert('stock_documents', { number: 'GI-1', ...issue })
  })
  erase(book, party, true)
  const said = 'SELECT text FROM claims UNION SELECT note FROM stock_documents WHERE shipment_id IS NOT NULL'
  expect(book.read((db) => db.raw(said))).toEqual([['']])
})
