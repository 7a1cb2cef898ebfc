// Licences and certificates of suppliers: their last day, who is told of it, and where it stands.
import { describe, expect, test } from 'vitest'
import { listAlerts } from '#main/services/alerts/alert-queries.ts'
import { restoreFromBin } from '#main/services/bin/restore.ts'
import { calendarRange } from '#main/services/calendar/calendar-queries.ts'
import { addParty } from '#main/services/parties/party-commands.ts'
import { listParties } from '#main/services/parties/party-list.ts'
import { addRequest, sendRequest } from '#main/services/sourcing/request-commands.ts'
import {
  addCertificate,
  editCertificate,
  removeCertificates,
  setCertificatesArchived,
} from '#main/services/suppliers/certificate-commands.ts'
import { listCertificates } from '#main/services/suppliers/certificate-list.ts'
import { certificatesOf, getCertificate } from '#main/services/suppliers/certificate-queries.ts'
import { setSupplierStatus } from '#main/services/suppliers/supplier-status.ts'
import { asDay } from '#shared/dates.ts'
import { alertListInput } from '#shared/schemas/alerts.ts'
import { calendarInput } from '#shared/schemas/calendar.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { type PartyDraft, partyInput } from '#shared/schemas/parties.ts'
import { requestInput, sendRequestInput } from '#shared/schemas/quote-requests.ts'
import { type CertificateDraft, certificateInput, setStatusInput } from '#shared/schemas/suppliers.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const supplier = (draft: Partial<PartyDraft> = {}) => partyInput.parse({ roles: ['supplier'], name: 'Kiln', ...draft })
const add = (book: TestBook, draft: Partial<PartyDraft> = {}) => book.write((tx) => addParty(tx, supplier(draft)))
const status = (book: TestBook, supplierId: number, next: string, more: object = {}) =>
  book.write((tx) => setSupplierStatus(tx, setStatusInput.parse({ supplierId, status: next, ...more })))

describe('certificates', () => {
  const certificate = (draft: Omit<CertificateDraft, 'supplierId'>, supplierId: number) =>
    certificateInput.parse({ supplierId, ...draft })

  test('stand by their last day; what ends soon or has ended is told', () => {
    const book = testBook()
    const id = add(book)
    const made = (draft: Omit<CertificateDraft, 'supplierId'>) =>
      book.write((tx) => addCertificate(tx, certificate(draft, id)))
    const never = made({ title: 'Contract', kind: 'contract' })
    const ended = made({ title: 'Licence', kind: 'licence', expiresOn: '2026-11-21' })
    const soon = made({ title: 'ISO 9001', kind: 'quality', expiresOn: '2026-12-22' })
    const later = made({ title: 'BSCI', kind: 'social', expiresOn: '2026-12-23' })
    const of = () => book.read((db) => certificatesOf(db, { supplierId: id, archived: false }))
    add(book, { name: 'Without papers' })
    const ending = (to: string) =>
      book
        .read((db) =>
          listParties(db, {
            ...listInput.parse({ filters: [{ column: 'certificateOn', op: 'atMost', values: [to] }] }),
            role: 'supplier',
          }),
        )
        .rows.map((row) => [row.id, row.certificateOn])
    expect(ending('2026-12-31')).toEqual([[id, '2026-11-21']])
    expect(ending('2026-11-20')).toEqual([])
    expect(of().map((one) => [one.id, one.daysLeft])).toEqual([
      [ended, -1],
      [soon, 30],
      [later, 31],
      [never, null],
    ])
    expect(book.read((db) => listCertificates(db, listInput.parse({}))).rows.map((one) => one.id)).toEqual([
      ended,
      soon,
      later,
      never,
    ])
    const today = asDay('2026-11-22')
    const alerts = () =>
      book
        .read((db) => listAlerts(db, alertListInput.parse({ today })))
        .rows.filter(({ rule }) => rule.startsWith('suppliers/'))
        .map(({ rule, record }) => [rule, record?.id])
    expect(alerts()).toEqual([
      ['suppliers/certificate-expired', ended],
      ['suppliers/certificate-expiring', soon],
    ])
    book.write((tx) => setCertificatesArchived(tx, [ended], true))
    expect(alerts()).toEqual([['suppliers/certificate-expiring', soon]])
    status(book, id, 'blocked', { reason: 'no licence' })
    expect(alerts()).toEqual([])
  })

  test('are changed, taken away and brought back', () => {
    const book = testBook()
    const id = add(book)
    const other = add(book, { name: 'Pine' })
    const one = book.write((tx) => addCertificate(tx, certificate({ title: 'CE' }, id)))
    book.write((tx) => editCertificate(tx, one, certificate({ title: 'CE 2', issuer: 'TÜV' }, other)))
    expect(book.read((db) => getCertificate(db, one))).toMatchObject({ title: 'CE 2', issuer: 'TÜV', supplierId: id })
    book.write((tx) => removeCertificates(tx, [one]))
    expect(refusal(() => book.read((db) => getCertificate(db, one)))).toMatchObject({
      code: 'suppliers/certificate-not-found',
    })
    book.write((tx) => restoreFromBin(tx, { items: [{ kind: 'certificate', id: one }], withOthers: false }))
    expect(book.read((db) => getCertificate(db, one)).title).toBe('CE 2')
    expect(
      certificateInput.safeParse({ supplierId: 1, title: 'x', issuedOn: '2026-02-02', expiresOn: '2026-02-01' })
        .success,
    ).toBe(false)
  })
})

test('the calendar shows the last day of certificates and the day by which answers are wanted', () => {
  const book = testBook()
  const id = add(book)
  book.write((tx) => {
    addCertificate(tx, certificateInput.parse({ supplierId: id, title: 'CE', expiresOn: '2026-12-01' }))
    const line = { description: 'Boxes', quantity: 1 }
    const dates = { requestedOn: '2026-11-22', answerBy: '2026-12-02' }
    const made = addRequest(tx, requestInput.parse({ ...dates, lines: [line], supplierIds: [id] }))
    sendRequest(tx, sendRequestInput.parse({ id: made.id }))
    addRequest(tx, requestInput.parse({ ...dates, lines: [line], supplierIds: [id] }))
  })
  const { entries } = book.read((db) =>
    calendarRange(db, calendarInput.parse({ from: '2026-12-01', to: '2026-12-31' })),
  )
  expect(entries.map(({ kind, on, title, detail }) => [kind, on, title, detail])).toEqual([
    ['answersDue', '2026-12-02', 'RQ-2026-0001', ''],
    ['certificateExpiry', '2026-12-01', 'CE', 'Kiln'],
  ])
})
