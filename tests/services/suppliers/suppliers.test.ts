import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { editableColumns } from '#main/services/lists/cell-lists.ts'
import { setCells } from '#main/services/lists/set-cells.ts'
import { eraseParty } from '#main/services/parties/erase-party.ts'
import { addParty, editParty } from '#main/services/parties/party-commands.ts'
import { listParties } from '#main/services/parties/party-list.ts'
import { getParty, partyTags } from '#main/services/parties/party-queries.ts'
import { rowRecords } from '#main/services/records/row-records.ts'
import { addOffer } from '#main/services/sourcing/offer-commands.ts'
import { admissionOf, removeAdmissionItem, signAdmission } from '#main/services/suppliers/admission.ts'
import {
  clearAccounts,
  maskedAccounts,
  removeBankAccount,
  saveBankAccount,
} from '#main/services/suppliers/bank-accounts.ts'
import { addCertificate } from '#main/services/suppliers/certificate-commands.ts'
import { setSupplierStatus, statusChanges } from '#main/services/suppliers/supplier-status.ts'
import { setSupplySetting, supplySetting } from '#main/services/suppliers/supply-settings.ts'
import { maskedNumber } from '#shared/masked-number.ts'
import { setCellsInput } from '#shared/schemas/cells.ts'
import { eraseInput } from '#shared/schemas/erasure.ts'
import { offerInput } from '#shared/schemas/offers.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { type PartyDraft, partyInput } from '#shared/schemas/parties.ts'
import {
  certificateInput,
  saveBankAccountInput,
  setStatusInput,
  signAdmissionInput,
} from '#shared/schemas/suppliers.ts'
import { makeCustomer, makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook, testPerson } from '#tests/support/test-book.ts'

const supplier = (draft: Partial<PartyDraft> = {}) => partyInput.parse({ roles: ['supplier'], name: 'Kiln', ...draft })
const add = (book: TestBook, draft: Partial<PartyDraft> = {}) => book.write((tx) => addParty(tx, supplier(draft)))
const status = (book: TestBook, supplierId: number, next: string, more: object = {}) =>
  book.write((tx) => setSupplierStatus(tx, setStatusInput.parse({ supplierId, status: next, ...more })))
const sign = (book: TestBook, given: object) => book.write((tx) => signAdmission(tx, signAdmissionInput.parse(given)))

describe('a supplier', () => {
  test('has what its form holds; its status is not among it', () => {
    const book = testBook()
    const supply = {
      kind: 'factory' as const,
      incoterm: 'FOB',
      place: 'Ningbo',
      leadTimeDays: 35,
      capacity: '20,000 pieces a month',
      terms: { depositPercent: 30, dueFrom: 'ready' as const, dueDays: 7 },
      vatIncluded: true,
      vatPercent: 13,
      vatRecoverable: false,
    }
    const id = add(book, { supply, tags: ['Glass', 'glass', 'Fair 2026'] })
    const read = () => book.read((db) => getParty(db, id))
    expect(read().supply).toEqual({ ...supply, status: 'candidate' })
    expect(read().tags).toEqual(['Fair 2026', 'glass'])
    book.write((tx) =>
      editParty(tx, id, supplier({ supply: { ...supply, status: 'approved', leadTimeDays: null }, tags: ['Glass'] })),
    )
    expect(read().supply).toEqual({ ...supply, status: 'candidate', leadTimeDays: null })
    expect(read().tags).toEqual(['Glass'])
    // What the form does not speak of stays.
    book.write((tx) => editParty(tx, id, supplier({ name: 'Kiln Ltd' })))
    expect(read()).toMatchObject({ name: 'Kiln Ltd', tags: ['Glass'], supply: { incoterm: 'FOB', kind: 'factory' } })
    expect(book.read((db) => checkBook(db)).ok).toBe(true)
  })

  test('is approved where nobody says otherwise, and begins as said where a customer becomes one', () => {
    const book = testBook()
    const file = add(book)
    expect(book.read((db) => getParty(db, file)).supply.status).toBe('approved')
    expect(book.read((db) => statusChanges(db, file))).toEqual([])
    const customer = book.write((tx) => makeCustomer(tx, 'Both'))
    book.write((tx) => editParty(tx, customer, supplier({ name: 'Both', roles: ['customer', 'supplier'], supply: {} })))
    expect(book.read((db) => getParty(db, customer)).supply.status).toBe('candidate')
    expect(book.read((db) => statusChanges(db, customer)).map((one) => one.status)).toEqual(['candidate'])
  })

  test('is found in the list by tag, kind and status', () => {
    const book = testBook()
    const glass = add(book, { name: 'A', supply: { kind: 'factory' }, tags: ['glass', 'fair'] })
    const wood = add(book, { name: 'B', supply: { kind: 'trader', status: 'approved' }, tags: ['wood'] })
    const plain = add(book, { name: 'C' })
    const ids = (filters: object[], search = '') =>
      book
        .read((db) => listParties(db, { ...listInput.parse({ filters, search }), role: 'supplier' }))
        .rows.map(({ id }) => id)
    expect(ids([{ column: 'tags', op: 'in', values: ['glass', 'wood'] }])).toEqual([glass, wood])
    expect(ids([{ column: 'tags', op: 'notIn', values: ['glass'] }])).toEqual([wood, plain])
    expect(ids([{ column: 'tags', op: 'empty', values: [] }])).toEqual([plain])
    expect(ids([{ column: 'supplyKind', op: 'in', values: ['trader'] }])).toEqual([wood])
    expect(ids([{ column: 'supplyStatus', op: 'is', values: ['candidate'] }])).toEqual([glass])
    expect(ids([], 'fair')).toEqual([glass])
    expect(refusal(() => ids([{ column: 'tags', op: 'atLeast', values: ['a'] }]))).toMatchObject({
      code: 'lists/bad-filter',
    })
    expect(book.read(partyTags)).toEqual(['fair', 'glass', 'wood'])
  })
})

describe('the status', () => {
  test('changes with a reason where it stops something, and tells who, when and why', () => {
    const book = testBook()
    const person = testPerson(book)
    const id = add(book, { supply: { kind: 'service', status: 'approved' } })
    expect(refusal(() => status(book, id, 'blocked', { reason: '  ' }))).toMatchObject({
      code: 'suppliers/reason-needed',
    })
    expect(refusal(() => status(book, id, 'approved'))).toMatchObject({ code: 'suppliers/same-status' })
    expect(refusal(() => status(book, id, 'on_hold', { reason: 'x', on: '2026-11-23' }))).toMatchObject({
      code: 'suppliers/day-ahead',
    })
    book.writer.write('suppliers.setStatus', person, (tx) =>
      setSupplierStatus(
        tx,
        setStatusInput.parse({ supplierId: id, status: 'on_hold', reason: 'Late twice', on: '2026-11-20' }),
      ),
    )
    expect(book.read((db) => statusChanges(db, id))).toMatchObject([
      { status: 'approved', on: '2026-11-22', reason: '', person: null },
      { status: 'on_hold', on: '2026-11-20', reason: 'Late twice', person: { name: 'Mei' } },
    ])
    const customer = book.write((tx) => makeCustomer(tx, 'No supplier'))
    expect(refusal(() => status(book, customer, 'blocked', { reason: 'x' }))).toMatchObject({
      code: 'suppliers/not-found',
    })
  })

  test('an undone change is no change', () => {
    const book = testBook()
    const id = add(book, { supply: { status: 'approved' } })
    const { operationId } = book.writer.write('suppliers.setStatus', null, (tx) =>
      setSupplierStatus(tx, setStatusInput.parse({ supplierId: id, status: 'blocked', reason: 'fraud' })),
    )
    expect(book.read((db) => getParty(db, id)).supply.status).toBe('blocked')
    const undo = book.writer.write('history.undo', null, (tx) => undoOperation(tx, operationId ?? 0))
    expect(book.read((db) => getParty(db, id)).supply.status).toBe('approved')
    expect(book.read((db) => statusChanges(db, id)).map((one) => one.status)).toEqual(['approved'])
    book.write((tx) => undoOperation(tx, undo.operationId ?? 0))
    expect(book.read((db) => statusChanges(db, id)).map((one) => one.status)).toEqual(['blocked', 'approved'])
    expect(book.read((db) => checkBook(db)).ok).toBe(true)
  })
})

describe('admission', () => {
  test('is a checklist by kind, signed off item by item, before a supplier is approved', () => {
    const book = testBook()
    const id = add(book, { supply: { kind: 'factory' } })
    const read = () => book.read((db) => admissionOf(db, id))
    expect(read().items.map(({ item, state }) => [item, state])).toEqual([
      ['licence', 'open'],
      ['audit', 'open'],
      ['samples', 'open'],
      ['certificates', 'open'],
      ['trade_policy', 'open'],
    ])
    expect(refusal(() => status(book, id, 'approved'))).toMatchObject({
      code: 'suppliers/admission-open',
      details: { open: 5 },
    })
    for (const item of ['licence', 'samples', 'certificates']) sign(book, { supplierId: id, item, state: 'passed' })
    expect(refusal(() => sign(book, { supplierId: id, item: 'audit', state: 'waived' }))).toMatchObject({
      code: 'suppliers/reason-needed',
    })
    sign(book, { supplierId: id, item: 'audit', state: 'waived', note: 'Visited by us' })
    sign(book, { supplierId: id, item: 'trade_policy', state: 'failed', note: 'No list yet', on: '2026-11-01' })
    expect(read().open).toBe(1)
    expect(refusal(() => status(book, id, 'approved'))).toMatchObject({ details: { open: 1 } })
    expect(refusal(() => status(book, id, 'approved', { despiteOpen: true }))).toMatchObject({
      code: 'suppliers/reason-needed',
    })
    sign(book, { supplierId: id, item: 'trade_policy', state: 'passed' })
    status(book, id, 'approved')
    expect(book.read((db) => getParty(db, id)).supply.status).toBe('approved')
    expect(read().items.find(({ item }) => item === 'audit')).toMatchObject({
      note: 'Visited by us',
      signedOn: '2026-11-22',
    })
  })

  test('takes items of its own, and follows the checklist of the book', () => {
    const book = testBook()
    const id = add(book, { supply: { kind: 'service' } })
    const own = sign(book, { supplierId: id, title: 'Insurance papers', state: 'open' })
    const read = () => book.read((db) => admissionOf(db, id)).items
    expect(read().map(({ item, title, isOfChecklist }) => [item || title, isOfChecklist])).toEqual([
      ['licence', true],
      ['references', true],
      ['Insurance papers', false],
    ])
    sign(book, { supplierId: id, id: own, state: 'passed' })
    const licence = sign(book, { supplierId: id, item: 'licence', state: 'passed' })
    expect(refusal(() => book.write((tx) => removeAdmissionItem(tx, licence)))).toMatchObject({
      code: 'suppliers/admission-listed',
    })
    book.write((tx) => removeAdmissionItem(tx, own))
    const admission = book.read((db) => supplySetting(db, 'admission'))
    book.write((tx) => setSupplySetting(tx, 'admission', { ...admission, service: [{ item: '', title: 'Contract' }] }))
    // What was signed stays on record, though nobody asks for it any more.
    expect(read().map(({ item, title, isOfChecklist }) => [item || title, isOfChecklist])).toEqual([
      ['Contract', true],
      ['licence', false],
    ])
    expect(refusal(() => book.write((tx) => setSupplySetting(tx, 'admission', { service: 'x' })))).toMatchObject({
      code: 'call/malformed',
    })
  })
})

describe('bank accounts', () => {
  const account = (more: object = {}) => ({ accountNumber: 'DE89 3704 0044 0532 0130 00', bankName: 'Bank', ...more })

  test('show the last four signs, and all to who asks', () => {
    const book = testBook()
    const id = add(book)
    const save = (given: object) =>
      book.write((tx) => saveBankAccount(tx, saveBankAccountInput.parse({ supplierId: id, account: given })))
    const first = save(account({ currency: 'EUR', swift: 'COBADEFF' }))
    save(account({ accountNumber: '12345678' }))
    const masked = book.read((db) => maskedAccounts(db, id))
    expect(masked.map(({ accountNumber }) => accountNumber)).toEqual(['•••• 3000', '••••'])
    expect(JSON.stringify(masked)).not.toContain('COBADEFF')
    expect(book.read((db) => clearAccounts(db, id))[0]).toMatchObject(account({ swift: 'COBADEFF' }))
    expect(book.read((db) => rowRecords(db, 'bank_accounts', [first]))).toMatchObject([
      { record: { kind: 'party', id }, label: '•••• 3000' },
    ])
    save(account({ id: first, label: 'main' }))
    expect(book.read((db) => clearAccounts(db, id)).map(({ label }) => label)).toEqual(['main', ''])
    const other = add(book, { name: 'Pine' })
    const strange = saveBankAccountInput.parse({ supplierId: other, account: account({ id: first }) })
    expect(refusal(() => book.write((tx) => saveBankAccount(tx, strange)))).toMatchObject({
      code: 'suppliers/account-not-found',
    })
    book.write((tx) => removeBankAccount(tx, first))
    expect(book.read((db) => maskedAccounts(db, id))).toHaveLength(1)
  })

  test.each([
    ['', '••••'],
    ['1234', '••••'],
    ['12345678', '••••'],
    ['123456789', '•••• 6789'],
  ])('%s is shown as %s', (number, shown) => expect(maskedNumber(number)).toBe(shown))
})

test('a supplier that is erased leaves no word in what it was as a supplier', () => {
  const book = testBook()
  const word = 'Xyzzymark'
  const id = add(book, { name: 'Person', supply: { status: 'candidate' } })
  book.write((tx) => {
    addCertificate(tx, certificateInput.parse({ supplierId: id, title: 'Pass', number: word, note: word }))
    setSupplierStatus(tx, setStatusInput.parse({ supplierId: id, status: 'blocked', reason: word }))
    const product = makeProduct(tx, { sku: 'P' })
    const offer = { supplierId: id, productId: product, currency: 'USD', validFrom: '2026-01-01', note: word }
    addOffer(tx, offerInput.parse({ ...offer, prices: [{ price: '1' }] }))
  })
  sign(book, { supplierId: id, item: 'licence', state: 'waived', note: word })
  const left = () =>
    book.read((db) =>
      ['certificates', 'supply_status_changes', 'offers', 'admission_items', 'changes'].filter((table) =>
        db.all(`SELECT * FROM ${table}`).some((row) => JSON.stringify(row).includes(word)),
      ),
    )
  expect(left().length).toBeGreaterThan(3)
  book.write((tx) => eraseParty(tx, eraseInput.parse({ id, name: 'Person' })), 'parties.erase')
  expect(left()).toEqual([])
  expect(book.read((db) => checkBook(db)).ok).toBe(true)
})

test('cells of the list change what a supplier is, not where it stands', () => {
  const book = testBook()
  const id = add(book, { supply: {} })
  const columns = editableColumns('suppliers').map(({ column }) => column)
  expect(columns).toEqual(expect.arrayContaining(['supplyKind', 'leadTimeDays', 'incoterm', 'place', 'capacity']))
  expect(columns).not.toContain('supplyStatus')
  expect(editableColumns('customers').map(({ column }) => column)).not.toContain('supplyKind')
  const set = (column: string, text: string) =>
    book.write((tx) => setCells(tx, setCellsInput.parse({ list: 'suppliers', cells: [{ id, column, text }] })))
  set('supplyKind', '贸易商')
  set('leadTimeDays', '28')
  set('incoterm', 'FCA')
  expect(book.read((db) => getParty(db, id)).supply).toMatchObject({
    kind: 'trader',
    leadTimeDays: 28,
    incoterm: 'FCA',
  })
  expect(set('supplyKind', 'wizard')).toMatchObject({ changed: 0, refused: 1 })
})
