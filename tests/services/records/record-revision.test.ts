import { describe, expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { editProduct, setProductsArchived } from '#main/services/catalog/product-commands.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { confirmOrders } from '#main/services/orders/order-steps.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { recordRevision, refuseChangedSince } from '#main/services/records/record-revision.ts'
import { addTask } from '#main/services/tasks/task-commands.ts'
import { tickItem } from '#main/services/tasks/task-items.ts'
import { AppError } from '#shared/errors.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { type RecordKind, recordKinds } from '#shared/schemas/records.ts'
import { taskInput } from '#shared/schemas/tasks.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

function bookWith<Made>(make: (tx: WriteTx) => Made) {
  const book = testBook()
  const made = book.write(make)
  const revision = (kind: RecordKind, id: number) => book.read((db) => recordRevision(db, { kind, id }))
  return { book, made, revision }
}

const mug = { sku: 'MUG', nameEn: 'Mug', barcodes: ['4006381333931'] }
const lineOfMug = (tx: WriteTx) => ({ productId: makeProduct(tx, mug), quantity: 1, unitPrice: '9' })
const edit = (tx: WriteTx, id: number, values: object) => editProduct(tx, id, productInput.parse({ ...mug, ...values }))

describe('the revision of a record', () => {
  test('is another one after its row, or a row that belongs to it, was changed, added, removed or taken back', () => {
    const { book, made: id, revision } = bookWith((tx) => makeProduct(tx, mug))
    const seen = [revision('product', id)]
    const change = (work: (tx: WriteTx) => unknown) => {
      const { operationId } = book.writer.write('products.edit', null, work)
      seen.push(revision('product', id))
      return operationId ?? 0
    }
    change((tx) => edit(tx, id, { nameEn: 'Cup' }))
    change((tx) => edit(tx, id, { nameEn: 'Cup', barcodes: [...mug.barcodes, '96385074'] }))
    const removal = change((tx) => edit(tx, id, { nameEn: 'Cup', barcodes: [] }))
    change((tx) => undoOperation(tx, removal))
    expect(new Set(seen).size).toBe(5)
  })

  test('stays while nothing of it changes, and while only what its form does not hold does', () => {
    const { book, made: id, revision } = bookWith((tx) => makeProduct(tx, mug))
    const [product, company] = [revision('product', id), revision('company', 1)]
    book.write((tx) => makeProduct(tx, { sku: 'OTHER' }))
    book.write((tx) => edit(tx, id, {}))
    book.write((tx) => setProductsArchived(tx, [id], true))
    book.write((tx) =>
      tx.run("INSERT INTO special_days (id, day_on, name, is_working) VALUES (?, '2026-10-01', '', 0)", tx.nextId()),
    )
    expect(revision('product', id)).toBe(product)
    expect(revision('company', 1)).toBe(company)
  })

  test('stays while an order takes steps that its form does not hold', () => {
    const { book, made, revision } = bookWith((tx) => makeOrder(tx, { status: 'draft', lines: [lineOfMug(tx)] }))
    const before = revision('order', made)
    book.write((tx) => confirmOrders(tx, [made]))
    expect(revision('order', made)).toBe(before)
  })

  test('knows what others did than the form: an order gets its rate, an item of a task is ticked', () => {
    const { book, made, revision } = bookWith((tx) => ({
      order: makeOrder(tx, { currency: 'EUR', lines: [lineOfMug(tx)] }),
      task: addTask(tx, taskInput.parse({ title: 'Pack', items: [{ text: 'Box', isDone: false }] })),
    }))
    const before = [revision('order', made.order), revision('task', made.task)]
    book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-03-01', '1.1'))
    const [item] = book.read((db) => db.all<{ id: number }>('SELECT id FROM task_items'))
    book.write((tx) => tickItem(tx, item?.id ?? 0, true))
    expect(revision('order', made.order)).not.toBe(before[0])
    expect(revision('task', made.task)).not.toBe(before[1])
  })

  test('is read by index; of the company’s own few rows alone the tables are read', () => {
    const { book, made: id } = bookWith((tx) => makeProduct(tx, mug))
    for (const kind of recordKinds) {
      const slow = slowSteps(queryPlans(book, (db) => recordRevision(db, { kind, id: kind === 'company' ? 1 : id })))
      const ofCompany = slow.filter(
        (step) => kind === 'company' && /^SCAN (company_numbers|bank_accounts|r)\b/.test(step),
      )
      expect(
        slow.filter((step) => !ofCompany.includes(step)),
        kind,
      ).toEqual([])
    }
  })
})

describe('an edit that has seen an older revision', () => {
  const refusal = (work: () => void): AppError | null => {
    try {
      work()
    } catch (error) {
      if (error instanceof AppError) return error
      throw error
    }
    return null
  }

  test('is refused with who changed the record and when, and passes once the newest was seen', () => {
    const { book, made: id, revision } = bookWith((tx) => makeCustomer(tx, 'Müller'))
    const mei = book.write((tx) => addPerson(tx, { name: 'Mei', nameZh: '梅' }))
    const record = { kind: 'party', id } as const
    const seen = revision('party', id)
    const ask = (known: string | undefined) => refusal(() => book.write((tx) => refuseChangedSince(tx, record, known)))
    expect(ask(seen)).toBeNull()
    book.writer.write('parties.edit', mei, (tx) => tx.update('parties', id, { name: 'Meier' }))
    const refused = ask(seen)
    expect(refused?.code).toBe('records/changed-since')
    expect(refused?.details).toMatchObject({ person: 'Mei', personZh: '梅', at: Date.UTC(2026, 10, 22, 12) })
    expect(ask(String(refused?.details.revision))).toBeNull()
    expect(ask(undefined)).toBeNull()
  })

  test('of a record that never was is left to the command', () => {
    const { book } = bookWith(() => null)
    expect(refusal(() => book.write((tx) => refuseChangedSince(tx, { kind: 'order', id: 7 }, 'x')))).toBeNull()
  })
})
