import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { removeAttachment } from '#main/services/attachments/attachment-commands.ts'
import { editProduct } from '#main/services/catalog/product-commands.ts'
import { addNote, editNote, removeNote } from '#main/services/notes/note-commands.ts'
import { editOrder } from '#main/services/orders/order-commands.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { confirmOrders } from '#main/services/orders/order-steps.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { finishTasks, reopenTasks } from '#main/services/tasks/finish-tasks.ts'
import { addTask, cancelTasks } from '#main/services/tasks/task-commands.ts'
import { recordTimeline, timelinePeople } from '#main/services/timeline/timeline-queries.ts'
import { keepSentVersion } from '#main/services/versions/keep-version.ts'
import { asDay, type Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { type RecordRef, recordKinds } from '#shared/schemas/records.ts'
import { taskInput } from '#shared/schemas/tasks.ts'
import { type TimelineEntry, type TimelineInput, timelineInput, timelineKinds } from '#shared/schemas/timeline.ts'
import { fileOf, importAll } from '#tests/support/import-files.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook, testNow } from '#tests/support/test-book.ts'
import { rounds } from '#tests/torture/torture-size.ts'
import { attach, pdf } from '../attachments/record-files.ts'

type Asked = Partial<Omit<TimelineInput, 'record'>>

const pageOf = (book: TestBook, record: RecordRef, asked: Asked = {}) =>
  book.read((db) => recordTimeline(db, timelineInput.parse({ record, ...asked })))
const timeline = (book: TestBook, record: RecordRef, asked: Asked = {}) => pageOf(book, record, asked).entries
/** The whole of it, page by page. */
function paged(book: TestBook, record: RecordRef, asked: Asked = {}): TimelineEntry[] {
  const all: TimelineEntry[] = []
  let cursor: TimelineInput['cursor'] = null
  do {
    const { entries, next } = pageOf(book, record, { ...asked, cursor })
    all.push(...entries)
    cursor = next
  } while (cursor)
  return all
}
const said = (entries: readonly TimelineEntry[]) =>
  entries.map((entry) => [entry.kind, 'what' in entry ? entry.what : null].filter(Boolean).join(' '))

/** A book whose clock goes on by a minute with every look at it. */
function tickingBook(): TestBook {
  let now = testNow as number
  return testBook({
    now: () => {
      now += 60_000
      return now as Instant
    },
  })
}

function product(book: TestBook, sku = 'MUG'): RecordRef {
  return { kind: 'product', id: book.write((tx) => makeProduct(tx, { sku }), 'products.add') }
}

describe('the timeline of a record', () => {
  test('gathers changes, notes, files, tasks and stock, newest first; what is of another record stays away', () => {
    const book = tickingBook()
    const mug = product(book)
    const bowl = product(book, 'BOWL')
    for (const record of [bowl, mug]) book.write((tx) => addNote(tx, record, `On ${record.id}`), 'notes.add')
    const { id: file } = attach(book, mug, 'ce.pdf', pdf)
    const task = book.write(
      (tx) => addTask(tx, taskInput.parse({ title: 'Ask for samples', record: mug })),
      'tasks.add',
    )
    book.write((tx) => finishTasks(tx, [task]), 'tasks.done')
    book.write((tx) => reopenTasks(tx, [task]), 'tasks.reopen')
    book.write((tx) => cancelTasks(tx, [task]), 'tasks.cancel')
    book.write((tx) => removeAttachment(tx, file), 'attachments.remove')
    book.write((tx) => setOpeningStock(tx, mug.id, 12_000, asDay('2026-11-01')), 'stock.setOpening')
    book.write((tx) => editProduct(tx, mug.id, productInput.parse({ sku: 'MUG', nameEn: 'Mug' })), 'products.edit')
    const entries = timeline(book, mug)
    expect(said(entries)).toEqual([
      'change changed',
      'stock',
      'file removed',
      'task cancelled',
      'task open',
      'task done',
      'task made',
      'file added',
      'note written',
      'change made',
    ])
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted((left, right) => right - left))
    expect(entries[1]).toMatchObject({ movements: [{ kind: 'opening', quantity: 12, movedOn: '2026-11-01' }] })
    expect(entries[2]).toMatchObject({ name: 'ce.pdf', fileKind: 'certificate', isRemoved: true })
    expect(entries[8]).toMatchObject({ note: { text: `On ${mug.id}` } })
    expect(said(timeline(book, bowl))).toEqual(['note written', 'change made'])
  })

  test('an operation that only wrote a note is there once', () => {
    const book = testBook()
    const mug = product(book)
    book.write((tx) => addNote(tx, mug, 'Once'), 'notes.add')
    const operations = timeline(book, mug).map(({ operationId }) => operationId)
    expect(new Set(operations).size).toBe(operations.length)
    expect(operations).toHaveLength(2)
  })

  test('a note reads as it is now, where it was written; a deleted one leaves only that it was', () => {
    const book = testBook()
    const mug = product(book)
    const [kept, gone] = ['Kept', 'Gone'].map((text) => book.write((tx) => addNote(tx, mug, text), 'notes.add'))
    book.write((tx) => editNote(tx, kept ?? 0, 'Kept, changed'))
    book.write((tx) => removeNote(tx, gone ?? 0))
    const entries = timeline(book, mug)
    expect(said(entries)).toEqual(['note removed', 'note written', 'change made'])
    expect(entries[1]).toMatchObject({ note: { text: 'Kept, changed', isEdited: true } })
    expect(JSON.stringify(entries)).not.toContain('Gone')
  })

  test('references in changes come with the titles of what they name', () => {
    const book = testBook()
    const lin = book.write((tx) => makeCustomer(tx, 'Lin', { nameZh: '林记' }))
    const ana = book.write((tx) => makeCustomer(tx, 'Ana'))
    const mug = product(book)
    const lines = [{ productId: mug.id, quantity: 1, unitPrice: '10' }]
    const id = book.write((tx) => makeOrder(tx, { customerId: lin, lines }))
    book.write((tx) => {
      const { rate, ...order } = getOrder(tx, id)
      const more = [...order.lines, { ...lines[0], quantity: 2 }]
      editOrder(tx, id, orderInput.parse({ ...order, rate: rate ?? '', customerId: ana, lines: more }))
    })
    const [edit] = timeline(book, { kind: 'order', id })
    const titles = edit?.kind === 'change' ? edit.titles : []
    expect(titles.map(({ table, column, name, code }) => [table, column, code || name])).toEqual([
      ['sales_orders', 'customer_id', 'Lin'],
      ['sales_orders', 'customer_id', 'Ana'],
      ['order_lines', 'product_id', 'MUG'],
    ])
  })

  test('a kept version is told with the change that made it, and by itself where only versions are asked for', () => {
    const book = testBook()
    const lines = [{ productId: null, quantity: 1, unitPrice: '10' }]
    const order: RecordRef = { kind: 'order', id: book.write((tx) => makeOrder(tx, { status: 'draft', lines })) }
    book.write((tx) => {
      confirmOrders(tx, [order.id])
      keepSentVersion(tx, order)
    }, 'orders.confirm')
    const entries = timeline(book, order)
    expect(entries.filter(({ kind }) => kind === 'version')).toEqual([])
    expect(entries[0]).toMatchObject({ kind: 'change', name: 'orders.confirm', version: expect.any(Number) })
    const versions = timeline(book, order, { kinds: ['version'] })
    expect(versions.length).toBeGreaterThan(0)
    expect(new Set(versions.map(({ kind }) => kind))).toEqual(new Set(['version']))
  })

  test('a first change that keeps two versions is told with the later of them', () => {
    const book = testBook()
    const rows = ['Order No,Order Date,Customer,SKU,Qty,Unit Price', 'X-1,2026-03-01,Casa Lima,MUG,1,2.00']
    importAll(book, [fileOf('sales.csv', rows)], { options: { makeMissing: true } })
    const id = book.connection.prepare('SELECT id FROM sales_orders').pluck().get() as Id
    book.write((tx) => tx.update('sales_orders', id, { required_on: '2026-04-01' }), 'orders.edit')
    expect(timeline(book, { kind: 'order', id })[0]).toMatchObject({ name: 'orders.edit', version: 2 })
  })

  test('papers are issued, sent and void', () => {
    const book = tickingBook()
    const order: RecordRef = { kind: 'order', id: book.write((tx) => makeOrder(tx)) }
    const paper = book.write((tx) => insertPaper(tx, order), 'papers.issue')
    book.write((tx) =>
      tx.update('papers', paper, { status: 'sent', sent_on: '2026-11-22', sent_to: 'lin@example.com' }),
    )
    book.write((tx) => tx.update('papers', paper, { sent_to: 'ana@example.com' }))
    book.write((tx) => tx.update('papers', paper, { status: 'void' }))
    const entries = timeline(book, order, { kinds: ['paper'] })
    expect(said(entries)).toEqual(['paper void', 'paper sent', 'paper issued'])
    expect(entries[0]).toMatchObject({ number: 'CI-1', paperKind: 'invoice', sentTo: 'ana@example.com' })
  })

  test('is filtered by kind and by person, who are those that did something', () => {
    const book = testBook()
    const [mei, tom] = ['Mei', 'Tom', 'Idle'].map((name) => book.write((tx) => addPerson(tx, { name })))
    const mug = product(book)
    book.writer.write('notes.add', mei ?? null, (tx) => addNote(tx, mug, 'By Mei'))
    book.writer.write('notes.add', tom ?? null, (tx) => addNote(tx, mug, 'By Tom'))
    expect(book.read((db) => timelinePeople(db, mug)).map(({ name }) => name)).toEqual(['Mei', 'Tom'])
    expect(timeline(book, mug, { personId: tom ?? 0 })).toMatchObject([
      { note: { text: 'By Tom' }, person: { name: 'Tom', nameZh: '' } },
    ])
    expect(said(timeline(book, mug, { kinds: ['change', 'stock'] }))).toEqual(['change made'])
    expect(said(timeline(book, mug, { kinds: ['note'], personId: mei ?? 0 }))).toEqual(['note written'])
  })

  test('page by page it is the same as in one, whatever happened and in whatever order', () => {
    const step = fc.constantFrom('note', 'edit', 'file', 'stock', 'remove')
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), fc.integer({ min: 1, max: 7 }), (steps, limit) => {
        const book = testBook()
        const mug = product(book)
        const notes: number[] = []
        steps.forEach((name, index) => {
          if (name === 'note') notes.push(book.write((tx) => addNote(tx, mug, `Note ${index}`)))
          if (name === 'file') attach(book, mug, `${index}.txt`, `content ${index}`)
          if (name === 'edit')
            book.write((tx) => editProduct(tx, mug.id, productInput.parse({ sku: 'MUG', nameEn: `Mug ${index}` })))
          if (name === 'stock') book.write((tx) => setOpeningStock(tx, mug.id, (index + 1) * 1000, asDay('2026-11-01')))
          const last = name === 'remove' ? notes.pop() : undefined
          if (last !== undefined) book.write((tx) => removeNote(tx, last))
        })
        const whole = timeline(book, mug, { limit: 200 })
        const pages = paged(book, mug, { limit })
        const order = (entries: readonly TimelineEntry[]) => entries.map(({ operationId }) => operationId)
        expect([...new Set(order(pages))]).toEqual([...new Set(order(whole))])
        expect(new Set(pages.map(({ key }) => key)).size).toBe(pages.length)
        expect(pages.filter(({ kind }) => kind !== 'stock')).toEqual(whole.filter(({ kind }) => kind !== 'stock'))
        const moved = (entries: readonly TimelineEntry[]) =>
          entries.flatMap((entry) => (entry.kind === 'stock' ? entry.movements : []))
        expect(moved(pages)).toEqual(moved(whole))
      }),
      { numRuns: rounds(12, 150) },
    )
  })

  test('of many changes only a page is read in full', () => {
    const book = testBook()
    const mug = product(book)
    for (let index = 0; index < 300; index += 1)
      book.write((tx) => tx.update('products', mug.id, { note: `Note ${index}` }), 'products.edit')
    let parsed = 0
    const page = book.read((db) =>
      recordTimeline(
        {
          ...db,
          raw(sql, ...params) {
            const rows = db.raw(sql, ...params)
            if (sql.includes('c.before')) parsed += rows.length
            return rows
          },
        },
        timelineInput.parse({ record: mug, limit: 20 }),
      ),
    )
    expect(page.entries).toHaveLength(20)
    expect(page.next).not.toBeNull()
    expect(parsed).toBe(20)
  })

  test('of a record that has none, or of none at all, is empty', () => {
    const book = testBook()
    for (const kind of recordKinds) {
      expect(pageOf(book, { kind, id: 99 })).toEqual({ entries: [], next: null })
      expect(book.read((db) => timelinePeople(db, { kind, id: 99 }))).toEqual([])
    }
    for (const kind of timelineKinds)
      expect(pageOf(book, { kind: 'order', id: 1 }, { kinds: [kind] }).entries).toEqual([])
  })

  test('is found by index, whatever the size of the log', () => {
    const book = testBook()
    const mug = product(book)
    attach(book, mug, 'a.txt', 'a')
    const plans = queryPlans(book, (db) => recordTimeline(db, timelineInput.parse({ record: mug })))
    // The events of one record are ordered in memory; nothing else is read from end to end.
    const steps = plans.filter(
      (step) => !step.includes('TEMP B-TREE') && !/^SCAN [jep]( |$)|^SCAN \(subquery/.test(step),
    )
    expect(slowSteps(steps)).toEqual([])
  })
})

function insertPaper(tx: WriteTx, order: RecordRef): number {
  const content = tx.insert('paper_contents', { hash: 'h', template: '', data: '', html: new Uint8Array() })
  return tx.insert('papers', {
    kind: 'invoice',
    number: 'CI-1',
    record_kind: order.kind,
    record_id: order.id,
    content_id: content,
    template_name: 't',
    template_version: '1',
    language: 'en',
    page_size: 'A4',
    issued_on: '2026-11-22',
  })
}
