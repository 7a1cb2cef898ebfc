import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookHandle } from '#main/db/book-handle.ts'
import { makeCopy } from '#main/services/copies/make-copy.ts'
import { cellBytes, recordBytes } from '#main/services/copies/record-bytes.ts'
import type { RedactedBook } from '#main/services/copies/redact-book.ts'
import { redactionPlan } from '#main/services/copies/redaction-plan.ts'
import { redactionPreview } from '#main/services/copies/redaction-preview.ts'
import { proveRedaction } from '#main/services/copies/redaction-proof.ts'
import { textFinder } from '#main/services/copies/text-finder.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { markedBook } from '#tests/support/marked-book.ts'
import { refusal } from '#tests/support/refusal.ts'
import { testBook, testNow } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const clean = join(folder, 'clean.quay')
const secret = 'Ottoline Ravensworth'

beforeAll(async () => {
  const book = markedBook(join(folder, 'book.quay'))
  await makeCopy(bookHandle(book.file, book.connection), {
    target: { path: clean, replace: false },
    withAttachments: true,
    passphrase: null,
    redact: ['personal', 'costs', 'suppliers'],
    language: 'en',
    now: testNow,
    job: silentJob,
  })
  book.close()
})

describe('the proof sees', () => {
  const redacted: RedactedBook = {
    plan: redactionPlan(['personal', 'costs', 'suppliers']),
    texts: new Set([secret]),
    tables: [],
  }
  let count = 0
  /** What the proof says of a copy that someone did this to. */
  const proofOf = (...statements: string[]) => {
    count += 1
    const file = join(folder, `tampered-${count}.quay`)
    copyFileSync(clean, file)
    const copy = new Sqlite(file)
    copy.pragma('foreign_keys = OFF')
    // Hundreds of triggers come and go, each by itself.
    copy.pragma('synchronous = OFF')
    copy.pragma('journal_mode = MEMORY')
    const triggers = copy.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string
      sql: string
    }[]
    for (const { name } of triggers) copy.exec(`DROP TRIGGER ${name}`)
    for (const statement of statements) copy.exec(statement)
    for (const { sql } of triggers) copy.exec(sql)
    copy.close()
    const failure = refusal(() => proveRedaction(file, redacted, silentJob))
    return failure && { code: failure.code, where: failure.details.where ?? failure.details.reason }
  }

  test('nothing in a clean one', () => {
    expect(proofOf()).toBeNull()
  })

  test('a text in the room that a removed row left on its page', () => {
    expect(proofOf(`INSERT INTO drafts VALUES ('x', '${secret}', 1)`, 'DELETE FROM drafts')).toEqual({
      code: 'copies/not-proved',
      where: 'file',
    })
  })

  test('a text inside a blob', () => {
    expect(proofOf(`UPDATE paper_contents SET salt = '', html = CAST('${secret}' AS BLOB)`)?.code).toMatch(
      /^copies\/not-/,
    )
  })

  test('statistics', () => {
    expect(proofOf('ANALYZE')?.where).toBe('statistics')
  })

  test('free pages', () => {
    // More than the triggers take up again.
    const filled = `INSERT INTO grid_states WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
      SELECT i, hex(zeroblob(4000)) FROM n`
    expect(proofOf(filled, 'DELETE FROM grid_states')?.where).toBe('free pages')
  })

  test('what only this copy has', () => {
    expect(proofOf("INSERT INTO drafts VALUES ('x', 'y', 1)")?.where).toBe('drafts')
  })

  test('a log that goes on', () => {
    expect(
      proofOf(
        "INSERT INTO changes (id, operation_id, table_name, row_id, before, after) VALUES (1, 1, 'x', 1, '{}', '{}')",
      )?.code,
    ).toMatch(/^copies\/not-/)
  })

  test('one amount that was forgotten', () => {
    // The digest of a row that changed behind its back says so first.
    expect(proofOf("UPDATE products SET cost_micros = 1, cost_currency = 'EUR' WHERE sku LIKE '%part%'")?.code).toBe(
      'copies/not-whole',
    )
  })
})

test('texts that cross from one cell to the next are no leak', async () => {
  const book = testBook({ file: join(folder, 'seam.quay') })
  book.write((tx) => {
    tx.insert('products', { sku: 'S', name_en: 'Lamp with Otto', name_zh: 'line of glass' })
    tx.insert('parties', { name: 'Ottoline', is_customer: 1 })
  })
  const path = join(folder, 'seam-copy.quay')
  const { proof } = await makeCopy(bookHandle(book.file, book.connection), {
    target: { path, replace: false },
    withAttachments: true,
    passphrase: null,
    redact: ['personal'],
    language: 'en',
    now: testNow,
    job: silentJob,
  })
  expect(proof?.standing).toEqual([])
  book.close()
})

describe('the finder', () => {
  test('finds what a plain search finds, in any bytes', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '王'), minLength: 4, maxLength: 12 })
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 20 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'é', '王'), maxLength: 200 }),
        (texts, heap) => {
          const found = new Set<number>()
          textFinder(texts).scan(Buffer.from(heap), (index) => found.add(index))
          const bytes = Buffer.from(heap)
          expect([...found].sort()).toEqual(
            texts.flatMap((text, index) => (bytes.includes(text) ? [index] : [])).sort(),
          )
        },
      ),
    )
  })
})

test('a record is what SQLite writes', () => {
  const file = join(folder, 'record.db')
  const db = new Sqlite(file)
  const values = ['Anna', 0, 1, 200, -5, 70_000, 2 ** 40, null, 'x'.repeat(300), Buffer.from('blob')]
  db.exec('CREATE TABLE t (a, b, c, d, e, f, g, h, i, j)')
  db.prepare(
    `INSERT INTO t VALUES (${values.map((value) => (typeof value === 'number' ? 'CAST(? AS INTEGER)' : '?')).join(',')})`,
  ).run(...values)
  const page = db.serialize()
  db.close()
  expect(page.includes(Buffer.from(recordBytes(values)))).toBe(true)
})

test('neighbours on a page are what SQLite writes: the length and number between them may look like text', () => {
  const db = new Sqlite(':memory:')
  db.exec("CREATE TABLE t (a TEXT) STRICT; INSERT INTO t VALUES ('first, of fifty'), ('1998-01-01')")
  const page = db.serialize()
  db.close()
  const together = Buffer.concat([cellBytes(['1998-01-01'], 2), cellBytes(['first, of fifty'], 1)])
  expect(page.includes(together)).toBe(true)
})

test('the preview of an empty book is empty, and no choice takes nothing', () => {
  const book = testBook()
  expect(book.read((db) => redactionPreview(db, []))).toEqual({ tables: [] })
  expect(book.read((db) => redactionPreview(db, ['personal', 'costs', 'suppliers']))).toEqual({ tables: [] })
})
