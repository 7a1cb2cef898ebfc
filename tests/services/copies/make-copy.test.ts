import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBook } from '#main/db/book.ts'
import { bookHandle } from '#main/db/book-handle.ts'
import { openReader } from '#main/db/database.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { decryptFile } from '#main/services/copies/age-file.ts'
import { type CopyWish, makeCopy } from '#main/services/copies/make-copy.ts'
import { redactionRules } from '#main/services/copies/redaction-rules.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { AppError } from '#shared/errors.ts'
import { type MarkedBook, markedBook, markOf } from '#tests/support/marked-book.ts'
import { testNow } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
// What is put aside lies here too, where nobody else's is counted.
for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
let book: MarkedBook
let path = ''
beforeEach(() => {
  count += 1
  book = markedBook(join(folder, `${count}.quay`))
  path = join(folder, `${count}-copy.quay`)
})
afterEach(() => book.close())

const wish = (more: Partial<CopyWish> = {}): CopyWish => ({
  target: { path, replace: false },
  withAttachments: true,
  passphrase: null,
  redact: [],
  language: 'en',
  now: testNow,
  job: silentJob,
  workFactor: 10,
  ...more,
})
const make = (more: Partial<CopyWish> = {}) => makeCopy(bookHandle(book.file, book.connection), wish(more))

function inCopy<Result>(work: Parameters<typeof read<Result>>[1], file = path): Result {
  const copy = openReader(file)
  try {
    return read(copy, work)
  } finally {
    copy.close()
  }
}

const leftovers = () =>
  readdirSync(folder).filter((name) => name.startsWith(`${count}-copy`) && name !== `${count}-copy.quay`)
const headsIn = (file: string) =>
  inCopy((db) => db.raw('SELECT replica, max(sequence), hash FROM operations GROUP BY replica'), file)

describe('a plain copy', () => {
  test('holds what the book holds, checks, and is one file', async () => {
    await make()
    expect(inCopy(checkBook).problems).toEqual([])
    expect(headsIn(path)).toEqual(headsIn(book.file))
    expect(leftovers()).toEqual([])
  })

  test('holds nothing that is this copy’s own: drafts, the writer’s token, its number', async () => {
    await make()
    expect(readFileSync(path).includes(markOf('drafts', 'content'))).toBe(false)
    const own = inCopy((db) => db.get<Record<string, unknown>>('SELECT * FROM this_copy'))
    expect(own).toMatchObject({ writer_token: '', head: '', counter: 0, sequence: 0 })
    expect(own?.replica).not.toBe(1)
  })

  test('opened while the book is open, it writes under a number of its own', async () => {
    await make()
    const memory = transientMemory()
    const copy = await openBook(path, { memory, clock: () => testNow })
    copy.writer.write('products.edit', null, (tx) => tx.run("UPDATE products SET name_en = 'There'"))
    book.write((tx) => tx.run("UPDATE products SET name_en = 'Here'"))
    const last = (of: typeof book.connection) =>
      of.prepare('SELECT replica FROM operations ORDER BY clock DESC, id DESC LIMIT 1').get()
    expect(last(copy.connection)).not.toEqual(last(book.connection))
    expect(read(copy.connection, checkBook).problems).toEqual([])
    copy.close()
  })

  test('takes no notice of who reads and writes meanwhile', async () => {
    const made = make()
    book.write((tx) => tx.run("UPDATE products SET name_en = 'Meanwhile'"))
    await made
    expect(inCopy(checkBook).problems).toEqual([])
  })
})

describe('without attachments', () => {
  test('files keep name, size and hash, and are not told as damage', async () => {
    const done = await make({ withAttachments: false })
    expect(done.leftOut).toBe(1)
    const [row] = inCopy((db) => db.all<Record<string, unknown>>('SELECT *, length(content) AS n FROM attachments'))
    expect(row).toMatchObject({
      n: 0,
      size: markOf('attachments', 'content').length,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(inCopy(checkBook).problems).toEqual([])
    expect(headsIn(path)).toEqual(headsIn(book.file))
    expect(readFileSync(path).includes(markOf('attachments', 'content'))).toBe(false)
  })

  test('what is written on papers stays', async () => {
    await make({ withAttachments: false })
    expect(readFileSync(path).includes(markOf('paper_contents', 'data'))).toBe(true)
  })
})

describe('under a passphrase', () => {
  test('comes back as the same copy', async () => {
    await make({ passphrase: 'quiet harbours' })
    expect(readFileSync(path, 'latin1').startsWith('age-encryption.org/v1\n-> scrypt ')).toBe(true)
    const back = join(folder, `${count}-back.quay`)
    await decryptFile(path, back, { passphrase: 'quiet harbours' })
    expect(inCopy(checkBook, back).problems).toEqual([])
    expect(headsIn(back)).toEqual(headsIn(book.file))
    expect(leftovers()).toEqual([])
  })
})

describe('what is in the way', () => {
  const refusedAs = async (code: string, more: Partial<CopyWish> = {}) => {
    const error = await make(more).then(
      () => null,
      (failure: unknown) => failure,
    )
    expect(error instanceof AppError ? error.code : error).toBe(code)
    expect(leftovers().filter((name) => !/-(wal|lock)$/.test(name))).toEqual([])
  }

  test('a file of that name is replaced only where that was agreed to', async () => {
    writeFileSync(path, 'mine')
    await refusedAs('copies/exists')
    expect(readFileSync(path, 'utf8')).toBe('mine')
    await make({ target: { path, replace: true } })
    expect(inCopy(checkBook).problems).toEqual([])
  })

  test('a book that is open somewhere is never written over', async () => {
    await refusedAs('copies/target-in-use', { target: { path: book.file, replace: true } })
    writeFileSync(path, 'mine')
    writeFileSync(`${path}-wal`, '')
    await refusedAs('copies/target-in-use', { target: { path, replace: true } })
  })

  test('a folder that is not there', async () => {
    await refusedAs('copies/cannot-write', { target: { path: join(folder, 'none', 'x.quay'), replace: false } })
  })

  test.each(['preparing', 'writing', 'checking', 'encrypting'])('stopped while %s, nothing is left', async (stopAt) => {
    let phase = ''
    const job = {
      ...silentJob,
      progress: (now: string) => {
        phase = now
      },
      stopIfCancelled: () => {
        if (phase === stopAt) throw new AppError('job/cancelled')
      },
    }
    const before = privateFolders()
    // A phase is announced after the wish to stop was heard: it ends with the next one.
    await refusedAs('job/cancelled', { job, passphrase: 'quiet' })
    expect(existsSync(path)).toBe(false)
    expect(privateFolders().filter((name) => !before.includes(name))).toEqual([])
  })
})

const privateFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('quayside-private-'))

describe('redacted', () => {
  const everything = ['personal', 'costs', 'suppliers'] as const
  const holds = (text: string) => readFileSync(path).includes(text)

  test('is a book of its own that checks, with one change per copy number', async () => {
    await make({ redact: [...everything] })
    expect(inCopy(checkBook).problems).toEqual([])
    expect(inCopy((db) => db.get('SELECT uid FROM books'))).not.toEqual(
      book.read((db) => db.get('SELECT uid FROM books')),
    )
    expect(inCopy((db) => db.all('SELECT replica, sequence, name FROM operations'))).toEqual([
      { replica: 1, sequence: 1, name: 'copies.redact' },
    ])
    const copy = await openBook(path, { memory: transientMemory(), clock: () => testNow })
    copy.writer.write('products.edit', null, (tx) => tx.run("UPDATE products SET name_en = 'Still writable'"))
    expect(read(copy.connection, checkBook).problems).toEqual([])
    copy.close()
  })

  test('holds no mark of any column that goes, whoever it was of', async () => {
    await make({ redact: [...everything] })
    for (const [table, { columns, out }] of Object.entries(redactionRules)) {
      for (const text of out ?? []) expect([table, text, holds(markOf(table, text))]).toEqual([table, text, false])
      for (const [column, kind] of Object.entries(columns)) {
        if (!['person', 'contact', 'text'].includes(kind)) continue
        for (const row of ['', 'cus', 'sup', 'both', 'car', 'nob', 'part'])
          expect([table, column, row, holds(markOf(table, column, row))]).toEqual([table, column, row, false])
      }
    }
    for (const row of ['cus', 'sup', 'both', 'nob']) expect(holds(markOf('parties', 'name', row))).toBe(false)
  })

  test('keeps what is plain', async () => {
    await make({ redact: [...everything] })
    for (const [table, column] of [
      ['products', 'sku'],
      ['products', 'name_en'],
      ['sales_orders', 'number'],
      ['papers', 'number'],
      ['product_barcodes', 'code'],
    ] as const)
      expect(holds(markOf(table, column))).toBe(true)
    expect(holds(markOf('parties', 'name', 'car'))).toBe(true)
  })

  test('without personal data alone, suppliers keep their names and nobody their address for letters', async () => {
    await make({ redact: ['personal'] })
    expect(inCopy((db) => db.raw('SELECT name FROM parties ORDER BY id').flat())).toEqual([
      'Customer 1',
      markOf('parties', 'name', 'sup'),
      'Customer 2',
      markOf('parties', 'name', 'car'),
      'Business 1',
    ])
    expect(holds(markOf('parties', 'email', 'sup'))).toBe(false)
    expect(holds(markOf('addresses', 'street', 'sup'))).toBe(true)
    expect(holds(markOf('addresses', 'street', 'cus'))).toBe(false)
    expect(inCopy((db) => db.get('SELECT cost_micros FROM products'))).toEqual({ cost_micros: 5_000_000 })
    expect(inCopy((db) => db.raw('SELECT name FROM people').flat())).toEqual(['Person 1'])
  })

  test('without suppliers alone, customers stay as they are', async () => {
    await make({ redact: ['suppliers'], language: 'zh-CN' })
    expect(inCopy((db) => db.raw('SELECT name FROM parties ORDER BY id').flat())).toEqual([
      markOf('parties', 'name', 'cus'),
      '供应商 1',
      '客户 1',
      markOf('parties', 'name', 'car'),
      markOf('parties', 'name', 'nob'),
    ])
    expect(holds(markOf('contacts', 'name', 'cus'))).toBe(true)
    expect(holds(markOf('contacts', 'name', 'sup'))).toBe(false)
    expect(holds(markOf('notes', 'text'))).toBe(false)
    expect(inCopy((db) => db.get('SELECT count(supplier_id) AS n, count(moq_milli) AS moq FROM products'))).toEqual({
      n: 2,
      moq: 0,
    })
  })

  test('without costs alone, no amount of them is left, and totals stay', async () => {
    const before = book.read((db) => db.get('SELECT total_minor, base_total_minor FROM sales_orders'))
    await make({ redact: ['costs'] })
    expect(inCopy((db) => db.get('SELECT count(cost_micros) AS n, count(cost_currency) AS m FROM products'))).toEqual({
      n: 0,
      m: 0,
    })
    expect(inCopy((db) => db.get('SELECT count(cost_base_minor) AS n FROM order_lines'))).toEqual({ n: 0 })
    expect(inCopy((db) => db.get('SELECT total_minor, base_total_minor FROM sales_orders'))).toEqual(before)
    expect(inCopy(checkBook).problems).toEqual([])
  })

  test('what someone was called before is gone with the log', async () => {
    book.write((tx) => tx.update('parties', book.ids.customer ?? 0, { name: 'Anna Lindqvist' }))
    book.write((tx) => tx.update('parties', book.ids.customer ?? 0, { name: 'Anna Berg' }))
    const { proof } = await make({ redact: ['personal'] })
    expect(holds('Lindqvist')).toBe(false)
    expect(proof?.texts).toBeGreaterThan(20)
  })

  test('statistics keep no samples', async () => {
    book.connection.exec('ANALYZE')
    await make({ redact: ['personal'] })
    expect(
      inCopy((db) => db.raw("SELECT name FROM sqlite_schema WHERE name LIKE 'sqlite\\_stat%' ESCAPE '\\'")).flat(),
    ).not.toContain('x')
    expect(inCopy((db) => db.get('SELECT count(*) AS n FROM sqlite_stat1'))).toEqual({ n: 0 })
  })

  test('a removed text that also stands in what stays is told, with where', async () => {
    book.write((tx) =>
      tx.update('products', book.ids.product ?? 0, { name_en: `Lamp for ${markOf('parties', 'name', 'cus')}` }),
    )
    const { proof } = await make({ redact: ['personal'] })
    expect(proof?.standing).toEqual([
      { table: 'products', column: 'name_en', texts: 1, examples: [markOf('parties', 'name', 'cus')] },
    ])
  })

  test('the report counts what went', async () => {
    const { proof } = await make({ redact: [...everything] })
    const row = (table: string, isWhole: boolean) =>
      proof?.tables.find((one) => one.table === table && one.isWhole === isWhole)
    expect(row('notes', true)?.rows).toBe(1)
    expect(row('parties', false)).toMatchObject({ rows: 5 })
    expect(row('contacts', true)?.rows).toBe(5)
    expect(row('addresses', true)?.rows).toBe(2)
    // Of the rest the telephone goes, whoever's it is.
    expect(row('addresses', false)?.rows).toBe(3)
  })
})
