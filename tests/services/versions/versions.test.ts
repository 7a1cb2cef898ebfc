import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { editOrder, setOrdersArchived } from '#main/services/orders/order-commands.ts'
import { orderDocument } from '#main/services/orders/order-document.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { cancelOrders, confirmOrders } from '#main/services/orders/order-steps.ts'
import { orderVersions } from '#main/services/orders/order-versions.ts'
import type { DocumentKind, DocumentRows } from '#main/services/versions/document-kind.ts'
import { rowsNow } from '#main/services/versions/document-rows.ts'
import { keepSentVersion } from '#main/services/versions/keep-version.ts'
import { keptDocument, versionDiff, versionsOf } from '#main/services/versions/version-queries.ts'
import type { Id } from '#shared/ids.ts'
import type { OrderDocument } from '#shared/schemas/order-document.ts'
import { type OrderDraft, orderInput } from '#shared/schemas/orders.ts'
import { fileOf, importAll } from '#tests/support/import-files.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'
import { rounds } from '#tests/torture/torture-size.ts'

const versions = (book: TestBook, id: Id) => book.read((db) => versionsOf(db, { kind: 'order', id }))
const causes = (book: TestBook, id: Id) => versions(book, id).map(({ version, cause }) => `${version} ${cause}`)

function change(book: TestBook, id: Id, draft: Partial<OrderDraft>): void {
  const { rate, ...order } = book.read((db) => getOrder(db, id))
  book.write((tx) => editOrder(tx, id, orderInput.parse({ ...order, rate: rate ?? '', ...draft })), 'orders.edit')
}

/** Sales from a file are confirmed from the start. */
function importedOrder(book: TestBook): Id {
  const rows = ['Order No,Order Date,Customer,SKU,Qty,Unit Price', 'X-1,2026-03-01,Casa Lima,MUG,1,2.00']
  importAll(book, [fileOf('sales.csv', rows)], { options: { makeMissing: true } })
  return book.connection.prepare('SELECT id FROM sales_orders').pluck().get() as Id
}

const oneLine = { lines: [{ productId: null, description: 'Mugs', quantity: 1, unitPrice: '2.00' }] }

describe('versions of an order', () => {
  test('a draft has none, however often it changes; confirming keeps the first', () => {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx, { ...oneLine, status: 'draft' }))
    change(book, id, { note: 'x' })
    expect(causes(book, id)).toEqual([])
    book.write((tx) => confirmOrders(tx, [id]))
    expect(causes(book, id)).toEqual(['1 confirmed'])
    expect(versions(book, id)[0]).toMatchObject({ isCurrent: true, copy: '' })
  })

  test('after that a change of what the customer reads makes one, and nothing else does', () => {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx, { ...oneLine, status: 'draft' }))
    book.write((tx) => confirmOrders(tx, [id]))
    change(book, id, { shippedOn: '2026-03-09', status: 'shipped' })
    book.write((tx) => setOrdersArchived(tx, [id], true))
    book.write((tx) => setOrdersArchived(tx, [id], false))
    expect(causes(book, id)).toEqual(['1 confirmed'])
    change(book, id, { requiredOn: '2026-04-01' })
    expect(causes(book, id)).toEqual(['2 changed', '1 confirmed'])
    expect(versions(book, id).map(({ isCurrent }) => isCurrent)).toEqual([true, false])
  })

  test('one typed in as confirmed has its first at once, with the names of that day', () => {
    const book = testBook()
    const { id, productId } = book.write((tx) => {
      const productId = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug' })
      return { productId, id: makeOrder(tx, { lines: [{ productId, quantity: 1, unitPrice: '2.00' }] }) }
    })
    expect(causes(book, id)).toEqual(['1 confirmed'])
    book.write((tx) => tx.update('products', productId, { name_en: 'Cup' }))
    change(book, id, { note: 'x' })
    const first = versions(book, id).at(-1)
    const { document } = book.read((db) => keptDocument(db, first?.id ?? 0))
    expect((document as OrderDocument).order.lines[0]?.name).toBe('Mug')
  })

  test('one that a file brought in confirmed keeps how it was before its first change', () => {
    const book = testBook()
    const id = importedOrder(book)
    const before = book.read((db) => orderDocument(db, id))
    expect(causes(book, id)).toEqual([])
    const [line] = before.order.lines
    change(book, id, {
      lines: [
        { id: line?.id, productId: line?.productId ?? null, quantity: 3, unitPrice: '2.00' },
        { productId: null, description: 'Lids', quantity: 1, unitPrice: '0.50' },
      ],
    })
    expect(causes(book, id)).toEqual(['2 changed', '1 before'])
    const kept = versions(book, id).map((version) => book.read((db) => keptDocument(db, version.id)).document)
    expect(kept).toEqual([book.read((db) => orderDocument(db, id)), before])
  })

  test('a line taken away is in the version from before', () => {
    const book = testBook()
    const id = importedOrder(book)
    const before = book.read((db) => orderDocument(db, id))
    change(book, id, { lines: [] })
    const first = versions(book, id).at(-1)
    expect(book.read((db) => keptDocument(db, first?.id ?? 0)).document).toEqual(before)
  })

  test('sending keeps one, but not twice the same', () => {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx, { ...oneLine, status: 'draft' }))
    const send = () => book.write((tx) => keepSentVersion(tx, { kind: 'order', id }))
    const first = send()
    expect(send()).toBe(first)
    expect(causes(book, id)).toEqual(['1 sent'])
    // Sent is fixed, draft or not.
    change(book, id, { note: 'Fragile' })
    expect(causes(book, id)).toEqual(['2 changed', '1 sent'])
    expect(send()).not.toBe(first)
    expect(causes(book, id)).toEqual(['2 changed', '1 sent'])
  })

  test('the customer’s new address is seen by what is sent next', () => {
    const book = testBook()
    const { id, customerId } = book.write((tx) => {
      const customerId = makeCustomer(tx, 'Ålesund Hus', { addresses: [{ city: 'Ålesund', country: 'NO' }] })
      return { customerId, id: makeOrder(tx, { ...oneLine, customerId }) }
    })
    book.write((tx) => keepSentVersion(tx, { kind: 'order', id }))
    book.write((tx) => tx.run("UPDATE addresses SET city = 'Bergen' WHERE party_id = ?", customerId))
    book.write((tx) => keepSentVersion(tx, { kind: 'order', id }))
    const [second, first] = versions(book, id)
    const diff = book.read((db) => versionDiff(db, { from: first?.id ?? 0, to: second?.id ?? 0 }))
    expect(diff.fields).toEqual([{ field: 'customerAddress', before: 'Ålesund, NO', after: 'Bergen, NO' }])
  })

  test('a rate that arrives later is no version: the customer never sees it', () => {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx, { ...oneLine, currency: 'EUR' }))
    book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.1'))
    expect(book.read((db) => getOrder(db, id)).baseTotal).toBe('2.20')
    expect(causes(book, id)).toEqual(['1 confirmed'])
  })

  test('columns that no version reads build no document, however many orders they change', () => {
    const book = testBook()
    const orders = Array.from({ length: 3 }, () =>
      book.write((tx) => {
        const customerId = makeCustomer(tx, 'Casa Lima')
        return makeOrder(tx, { ...oneLine, currency: 'EUR', customerId })
      }),
    )
    const spy = vi.spyOn(orderVersions, 'documentOf')
    book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.1'))
    for (const id of orders) change(book, id, { status: 'shipped', shippedOn: '2026-03-09' })
    book.write((tx) => setOrdersArchived(tx, orders, true))
    expect(spy).not.toHaveBeenCalled()
    change(book, orders[0] ?? 0, { note: 'Fragile' })
    expect(spy).toHaveBeenCalled()
    spy.mockRestore()
    expect(orders.map((id) => causes(book, id).length)).toEqual([2, 1, 1])
  })

  test('what is said to be unread is read by no version', () => {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx, oneLine))
    const rows = book.read((db) => rowsNow(db, orderVersions as DocumentKind, id))
    const said = (header: object, line: object) => {
      const changed = rows && {
        header: { ...rows.header, ...header },
        lines: rows.lines.map((known) => ({ ...known, ...line })),
      }
      return orderVersions.compared(book.read((db) => orderVersions.documentOf(db, changed as DocumentRows)))
    }
    const asIs = said({}, {})
    const { header, lines } = orderVersions.unread
    for (const column of [...header, ...orderVersions.state])
      expect([column, said({ [column]: '7' }, {})]).toEqual([column, asIs])
    for (const column of lines) expect([column, said({}, { [column]: 7 })]).toEqual([column, asIs])
    expect(said({ note: '7' }, {})).not.toEqual(asIs)
    expect(said({}, { qty_milli: 7 })).not.toEqual(asIs)
  })

  test('the diff tells fields and lines; without a second version, against now', () => {
    const book = testBook()
    const id = book.write((tx) => {
      const productId = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug' })
      return makeOrder(tx, { lines: [{ productId, quantity: 1, unitPrice: '2.00' }] })
    })
    const line = book.read((db) => getOrder(db, id)).lines[0]
    change(book, id, { lines: [{ ...line, productId: line?.productId ?? null, quantity: 5, unitPrice: '1.80' }] })
    const first = versions(book, id).at(-1)
    expect(book.read((db) => versionDiff(db, { from: first?.id ?? 0, to: null }))).toEqual({
      currency: { before: 'USD', after: 'USD' },
      fields: [{ field: 'total', before: '2.00', after: '9.00' }],
      lines: [
        {
          what: 'changed',
          id: line?.id,
          label: 'MUG',
          changes: [
            { field: 'quantity', before: 1, after: 5 },
            { field: 'unitPrice', before: '2.00', after: '1.80' },
            { field: 'total', before: '2.00', after: '9.00' },
          ],
        },
      ],
    })
    expect(() => book.read((db) => versionDiff(db, { from: 99, to: null }))).toThrow('versions/not-found')
    const [one, other] = ['A', 'B'].map((number) => book.write((tx) => makeOrder(tx, { ...oneLine, number })))
    const [from, to] = [one, other].map((id) => versions(book, id ?? 0)[0]?.id ?? 0)
    expect(refusal(() => book.read((db) => versionDiff(db, { from: from ?? 0, to: to ?? 0 })))).toEqual({
      code: 'versions/other-record',
      details: { field: 'to' },
    })
  })

  test('are never changed nor taken back', () => {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx, { ...oneLine, status: 'draft' }))
    book.write((tx) => confirmOrders(tx, [id]))
    expect(() => book.write((tx) => tx.run("UPDATE document_versions SET snapshot = '{}'"))).toThrow('never change')
    expect(() => book.write((tx) => tx.run('DELETE FROM document_versions'))).toThrow('never deleted')
  })

  test('are read by index', () => {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx, { ...oneLine, status: 'draft' }))
    book.write((tx) => confirmOrders(tx, [id]))
    const plans = queryPlans(book, (db) => versionsOf(db, { kind: 'order', id }))
    expect(slowSteps(plans.filter((step) => !/TEMP B-TREE|SCAN json_each/.test(step)))).toEqual([])
  })
})

describe('in any history', () => {
  const quantity = fc.integer({ min: 1, max: 3 })
  const steps = fc.array(
    fc.oneof(
      fc.record({ what: fc.constant('edit' as const), quantities: fc.array(quantity, { maxLength: 3 }) }),
      fc.record({ what: fc.constant('note' as const), note: fc.constantFrom('', 'a', 'b') }),
      fc.record({ what: fc.constantFrom('confirm' as const, 'cancel' as const, 'send' as const, 'archive' as const) }),
    ),
    { maxLength: 12 },
  )

  test('once fixed, the last version is what the order says, and no two that follow each other are the same', () => {
    fc.assert(
      fc.property(fc.constantFrom('draft' as const, 'confirmed' as const), steps, (status, then) => {
        const book = testBook()
        const id = book.write((tx) => makeOrder(tx, { ...oneLine, status }))
        for (const step of then) {
          const mayEdit = book.read((db) => getOrder(db, id)).verbs.includes('edit')
          if ((step.what === 'edit' || step.what === 'note') && !mayEdit) continue
          if (step.what === 'edit') {
            const lines = step.quantities.map((many) => ({ productId: null, quantity: many, unitPrice: '1' }))
            change(book, id, { lines })
          } else if (step.what === 'note') change(book, id, { note: step.note })
          else if (step.what === 'send') book.write((tx) => keepSentVersion(tx, { kind: 'order', id }))
          else if (step.what === 'archive') book.write((tx) => setOrdersArchived(tx, [id], true))
          else if (canBe(book, id, step.what))
            book.write((tx) => (step.what === 'confirm' ? confirmOrders(tx, [id]) : cancelOrders(tx, [id])))
        }
        const kept = versions(book, id)
        expect(kept.map(({ version }) => version)).toEqual(kept.map((_, index) => kept.length - index))
        if (kept.length > 0) expect(kept[0]?.isCurrent).toBe(true)
        for (const [index, { id: from }] of kept.slice(1).entries()) {
          const diff = book.read((db) => versionDiff(db, { from, to: kept[index]?.id ?? null }))
          expect(diff.fields.length + diff.lines.length).toBeGreaterThan(0)
        }
        const last = kept[0] && (book.read((db) => keptDocument(db, kept[0]?.id ?? 0)).document as OrderDocument)
        if (last) expect(last.order.lines).toEqual(book.read((db) => orderDocument(db, id)).order.lines)
        expect(book.read(checkBook).problems).toEqual([])
        book.close()
      }),
      { numRuns: rounds(20, 300) },
    )
  })

  function canBe(book: TestBook, id: Id, what: 'confirm' | 'cancel'): boolean {
    const { status, lines } = book.read((db) => getOrder(db, id))
    // An order of nothing is not confirmed.
    if (what === 'confirm' && lines.length === 0) return false
    return (what === 'confirm' ? ['draft', 'on_hold'] : ['draft', 'confirmed', 'on_hold']).includes(status)
  }
})
