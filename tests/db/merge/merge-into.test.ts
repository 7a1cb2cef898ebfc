import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintOf } from '#main/db/backup.ts'
import { loggedValues } from '#main/db/merge/check-change.ts'
import { foreignBookOf } from '#main/db/merge/foreign-book.ts'
import type { MergeSettings } from '#main/db/merge/merge-types.ts'
import { newRuns } from '#main/db/merge/new-runs.ts'
import { sealMerge, undoableMerge } from '#main/db/merge/undoable-merge.ts'
import { tableList } from '#main/db/table-list.ts'
import { keepBytes } from '#main/services/attachments/keep-content.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { leaveOutContents } from '#main/services/copies/leave-out-contents.ts'
import { mergeForeign } from '#main/services/merge/merge-books.ts'
import { searchIndex } from '#main/services/search/search-index.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { asDay, type Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import {
  type BookCopy,
  firstCopy,
  machine,
  mergeCopy,
  openCopy,
  openFile,
  sharedState,
} from '#tests/support/book-copies.ts'
import { reseal } from '#tests/support/merge/hostile-book.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { testBook, testNow } from '#tests/support/test-book.ts'

const day = asDay('2026-03-01')

function twoCopies() {
  const ours = firstCopy(machine())
  const made = ours.write((tx) => {
    const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug', cost: { amount: '1', currency: 'EUR' } })
    setOpeningStock(tx, mug, 5000, day)
    const customer = makeCustomer(tx, 'Alpine Home')
    makeRate(tx, 'EUR', 'USD', '2026-03-01', '1.1')
    const lines = [{ productId: mug, quantity: 2, unitPrice: '3' }]
    return { mug, customer, order: makeOrder(tx, { customerId: customer, lines }) }
  })
  return { ours, theirs: openCopy(ours.file(), machine()), ...made }
}

const problems = (copy: BookCopy) => copy.read((db) => checkBook(db)).problems
const product = (copy: BookCopy, id: number) =>
  copy.connection.prepare('SELECT * FROM products WHERE id = ?').get(id) as Record<string, unknown>

function expectAlike(left: BookCopy, right: BookCopy): void {
  expect(sharedState(left)).toEqual(sharedState(right))
  expect([problems(left), problems(right)]).toEqual([[], []])
}

test('what another copy wrote comes in, with everything derived; merging again brings nothing', () => {
  const { ours, theirs, mug, customer } = twoCopies()
  theirs.write((tx) => {
    const bowl = makeProduct(tx, { sku: 'BOWL' })
    setOpeningStock(tx, bowl, 7000, day)
    const lines = [mug, bowl].map((productId) => ({ productId, quantity: 3, unitPrice: '3' }))
    makeOrder(tx, { customerId: customer, lines })
  })
  ours.write((tx) => tx.update('products', mug, { note: 'ours' }))
  expect(newRuns(ours.connection, theirs.connection)).toHaveLength(1)
  expect(mergeCopy(ours, theirs)).toMatchObject({ operations: 1, changes: 0 })
  expect(mergeCopy(theirs, ours)).toMatchObject({ operations: 1, changes: 1 })
  expectAlike(ours, theirs)
  expect(mergeCopy(ours, theirs)).toMatchObject({ operations: 0, mergeId: null, changedTables: [] })
})

test('fields of one row come together; of one field the later change wins, by the clock and not by arrival', () => {
  let now = testNow as number
  const late = machine(() => (now + 60_000) as Instant)
  const { ours, mug } = twoCopies()
  const theirs = openCopy(ours.file(), late)
  theirs.write((tx) => tx.update('products', mug, { name_en: 'Theirs, later', hs_code: '6911' }))
  now += 1000
  ours.write((tx) => tx.update('products', mug, { name_en: 'Ours, earlier', note: 'ours' }))
  mergeCopy(ours, theirs)
  mergeCopy(theirs, ours)
  expectAlike(ours, theirs)
  expect(product(ours, mug)).toMatchObject({ name_en: 'Theirs, later', hs_code: '6911', note: 'ours' })
})

test('an amount and its currency come from one change', () => {
  const { ours, theirs, mug } = twoCopies()
  ours.write((tx) => tx.update('products', mug, { price_micros: 12_000_000, price_currency: 'EUR' }))
  theirs.write((tx) => tx.update('products', mug, { price_micros: 11_000_000, price_currency: 'USD' }))
  mergeCopy(ours, theirs)
  const { price_micros: micros, price_currency: currency } = product(ours, mug)
  expect([12_000_000, 11_000_000]).toContain(micros)
  expect(currency).toBe(micros === 12_000_000 ? 'EUR' : 'USD')
})

test('columns that a CHECK reads together are one group, so that no merge of fields can break it', () => {
  const book = testBook()
  const tables = book.connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all()
  for (const { name, sql } of tables as { name: string; sql: string }[]) {
    if (tableList[name]?.kind !== 'record') continue
    const columns = (book.connection.pragma(`table_info("${name}")`) as { name: string }[]).map((column) => column.name)
    // CHECKs of the table stand on lines of their own.
    for (const [, text = ''] of sql.matchAll(/^\s*CHECK \((.*)\),?$/gm)) {
      const read = columns.filter((column) => new RegExp(`\\b${column}\\b`).test(text))
      const groups = tableList[name]?.groups ?? []
      const isWhole = read.length < 2 || groups.some((group) => read.every((column) => group.includes(column)))
      // The kit of a part never changes: a part of another kit is another row.
      expect(isWhole || name === 'kit_parts', `${name}: ${text}`).toBe(true)
    }
  }
})

test('the next operation comes after all that came in and names the heads; they are named once', () => {
  const { ours, mug } = twoCopies()
  const theirs = openCopy(
    ours.file(),
    machine(() => (testNow + 5 * 86_400_000) as Instant),
  )
  const { operationId } = theirs.writeNamed('test.write', (tx) => tx.update('products', mug, { note: 'ahead' }))
  mergeCopy(ours, theirs)
  const last = () =>
    ours.connection.prepare('SELECT clock, merged_heads FROM operations WHERE replica = 1 ORDER BY id DESC').get() as {
      clock: number
      merged_heads: string
    }
  ours.write((tx) => tx.update('products', mug, { note: 'after' }))
  const theirClock = theirs.connection.prepare('SELECT clock FROM operations WHERE id = ?').pluck().get(operationId)
  expect(last().clock).toBeGreaterThan(theirClock as number)
  expect(JSON.parse(last().merged_heads)).toHaveLength(1)
  ours.write((tx) => tx.update('products', mug, { note: 'and again' }))
  expect(last().merged_heads).toBe('[]')
  expect(problems(ours)).toEqual([])
})

test('two different operations under one number and sequence are refused', () => {
  const { ours, mug } = twoCopies()
  // The whole machine was cloned, its settings with it.
  const clone = openCopy(ours.file(), { ...ours.machine, memory: { ...ours.machine.memory, lastHead: headOf(ours) } })
  clone.write((tx) => tx.update('products', mug, { note: 'one' }))
  const twin = openCopy(ours.file(), { ...ours.machine, memory: { ...ours.machine.memory, lastHead: headOf(ours) } })
  twin.write((tx) => tx.update('products', mug, { note: 'other' }))
  const before = sharedState(twin)
  expect(() => mergeCopy(twin, clone)).toThrow(expect.objectContaining({ code: 'merge/same-number' }))
  expect(sharedState(twin)).toEqual(before)
})

function headOf({ connection }: BookCopy): () => string {
  const head = connection.prepare('SELECT head FROM this_copy').pluck().get() as string
  return () => head
}

test('operations under our own number that we lack: the number is given up', () => {
  const { ours, mug } = twoCopies()
  const backup = ours.file()
  ours.write((tx) => tx.update('products', mug, { note: 'after the backup' }))
  const restored = openCopy(backup, machine())
  mergeCopy(restored, ours)
  expect(restored.connection.prepare('SELECT replica FROM this_copy').pluck().get()).not.toBe(1)
  restored.write((tx) => tx.update('products', mug, { note: 'goes on' }))
  ours.write((tx) => tx.update('products', mug, { hs_code: '1' }))
  mergeCopy(ours, restored)
  mergeCopy(restored, ours)
  expectAlike(ours, restored)
})

function mergeWith(ours: BookCopy, theirs: BookCopy, settings: Partial<MergeSettings>) {
  const foreign = foreignBookOf(openFile(theirs.file()), { ours: ours.connection, now: testNow })
  return mergeForeign(ours.connection, foreign, { fileName: 'theirs.quay', now: testNow, ...settings })
}

test('a book that was taken over, and a merge that was stopped, are left as they were', () => {
  const { ours, theirs, mug } = twoCopies()
  theirs.write((tx) => tx.update('products', mug, { note: 'theirs' }))
  const before = sharedState(ours)
  expect(() => mergeWith(ours, theirs, { isOurs: () => false })).toThrow(
    expect.objectContaining({ code: 'book/taken-over' }),
  )
  const phases: string[] = []
  const stopIfCancelled = () => {
    if (phases.includes('merge.figures')) throw new AppError('job/cancelled')
  }
  const progress = { progress: (phase: string) => void phases.push(phase), stopIfCancelled }
  expect(() => mergeWith(ours, theirs, { progress })).toThrow(expect.objectContaining({ code: 'job/cancelled' }))
  expect(sharedState(ours)).toEqual(before)
  expect(ours.connection.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(problems(ours)).toEqual([])
})

test('the note of a merge: undone by its backup, until something is written after it and its choices', () => {
  const { ours, theirs, mug } = twoCopies()
  theirs.write((tx) => tx.update('products', mug, { note: 'theirs' }))
  const { mergeId } = mergeWith(ours, theirs, { backupName: 'before.quay' })
  expect(undoableMerge(ours.connection)).toMatchObject({ id: mergeId, backup_name: 'before.quay', operations: 1 })
  ours.write((tx) => tx.update('products', mug, { note: 'the choice' }), 'merge.choices')
  expect(undoableMerge(ours.connection)).toBeNull()
  sealMerge(ours.connection, mergeId ?? 0, '{"kinds":[]}')
  expect(undoableMerge(ours.connection)).toMatchObject({ id: mergeId, report: '{"kinds":[]}' })
  ours.write((tx) => tx.update('products', mug, { note: 'later work' }))
  expect(undoableMerge(ours.connection)).toBeNull()
})

test('files that a copy was made without come back from the copy that has them', () => {
  const { ours, mug } = twoCopies()
  ours.write((tx) => {
    const { id } = keepBytes(tx, { name: 'a.txt', content: Buffer.from('the file'), thumbnail: null })
    tx.insert('product_pictures', { product_id: mug, attachment_id: id })
  })
  const without = openCopy(ours.file(), machine())
  const triggers = without.connection.prepare("SELECT sql FROM sqlite_schema WHERE name LIKE 'attachments_log%'")
  const kept = triggers.pluck().all() as string[]
  without.connection.exec('DROP TRIGGER attachments_log_no_update')
  leaveOutContents({ run: (sql: string) => without.connection.prepare(sql).run().changes } as never)
  without.connection.exec(kept.find((sql) => sql.includes('no_update')) ?? '')
  const content = (copy: BookCopy) => String(copy.connection.prepare('SELECT content FROM attachments').pluck().get())
  expect(content(without)).toBe('')
  const lacking = fingerprintOf(without.connection)
  // Ours keeps what it has.
  without.write((tx) => tx.update('products', mug, { note: 'theirs' }))
  mergeCopy(ours, without)
  expect(content(ours)).toBe('the file')
  mergeCopy(without, ours)
  expect(content(without)).toBe('the file')
  // No operation tells of what came in; the next backup has to hold it all the same.
  expect(fingerprintOf(without.connection)).not.toBe(lacking)
  expectAlike(ours, without)
})

test('a reference to a row that is nowhere is refused', () => {
  const { ours, theirs } = twoCopies()
  theirs.connection.pragma('foreign_keys = OFF')
  const id = theirs.write((tx) => tx.insert('contacts', { party_id: 2, name: 'of nobody' }))
  const before = sharedState(ours)
  expect(() => mergeCopy(ours, theirs)).toThrow(
    expect.objectContaining({ code: 'merge/damaged', details: { where: `contacts ${id} party_id` } }),
  )
  expect(sharedState(ours)).toEqual(before)
})

test('a copy whose hashes were made to fit a false row is held against the rest', () => {
  const { ours, theirs, mug } = twoCopies()
  theirs.write((tx) => tx.update('products', mug, { note: 'theirs' }))
  const hostile = openFile(theirs.file())
  const triggers = hostile.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]
  for (const name of triggers) hostile.exec(`DROP TRIGGER ${name}`)
  hostile.exec(`UPDATE changes SET before = '{"uid":"x"}', after = '{"uid":"y"}', table_name = 'books', row_id = 1`)
  reseal(hostile)
  expect(() => mergeCopy(ours, hostile.serialize())).toThrow(
    expect.objectContaining({ code: 'merge/damaged', details: { where: 'books 1 uid' } }),
  )
})

test.each([
  ['a new row', (copy: BookCopy) => copy.write((tx) => tx.insert('products', { sku: 'BOWL', name_en: 'a\0b' }))],
  ['a change', (copy: BookCopy, mug: number) => copy.write((tx) => tx.update('products', mug, { name_en: 'a\0b' }))],
])('text that hides behind a NUL in %s is refused, and our book stays as it was', (_name, write) => {
  const { ours, theirs, mug } = twoCopies()
  write(theirs, mug)
  const before = sharedState(ours)
  expect(() => mergeCopy(ours, theirs.file())).toThrow('merge/damaged')
  expect(sharedState(ours)).toEqual(before)
  expect(problems(ours)).toEqual([])
})

test('what the triggers write as JSON is what the merge takes for it, whatever the text', () => {
  const { connection } = testBook()
  const object = connection.prepare("SELECT json_group_object('note', ?)").pluck()
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      expect(loggedValues(object.get(text))).toEqual({ note: text })
    }),
  )
  for (const bad of ['{"a":1,"a":2}', '{"a": 1}', '{"a":1.0}', '[1]', '1', 'null', '', '{', '{"a":9007199254740993}']) {
    expect(loggedValues(bad)).toBeNull()
  }
})

test('the search finds what a merge brought', () => {
  const { ours, theirs, mug } = twoCopies()
  const search = searchIndex()
  const size = () => ours.read((db) => search.shelves(db).get('product')?.size())
  expect(size()).toBe(1)
  theirs.write((tx) => makeProduct(tx, { sku: 'BOWL' }))
  theirs.write((tx) => tx.update('products', mug, { deleted: 1 }))
  theirs.write((tx) => makeProduct(tx, { sku: 'PLATE' }))
  mergeCopy(ours, theirs)
  expect(size()).toBe(2)
})
