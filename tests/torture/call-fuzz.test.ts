// Every procedure of the book with random input: an answer or an expected refusal, never an unexpected error, and a book that
// still agrees with itself afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { allProcedures } from '#main/api/router.ts'
import { directCall } from '#main/host/direct-caller.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { fillCompany } from '#main/services/sample/fill-company.ts'
import type { Day } from '#shared/dates.ts'
import { type Known, randomInput } from '#tests/support/random-input.ts'
import { type TestBook, testBook, testPerson } from '#tests/support/test-book.ts'
import { rounds, seed, seededRandom } from '#tests/torture/torture-size.ts'

const shelfFolder = mkdtempSync(join(tmpdir(), 'quayside-calls-'))
afterAll(() => rmSync(shelfFolder, { recursive: true, force: true }))

const count = rounds(1500, 20_000)
const random = seededRandom(seed)

type Procedure = { _def: { type: 'query' | 'mutation'; inputs: z.ZodType[] } }

/** What the host answers, or asks for by path, has tests of its own. */
const procedures = Object.entries((await allProcedures()) as Record<string, Procedure>).filter(
  ([path]) => !/^(host|inner)\./.test(path),
)

test(`${count} random calls (seed ${seed})`, { timeout: count * 100 }, async () => {
  const book = testBook()
  const personId = testPerson(book)
  book.write((tx) => fillCompany(tx, '2026-11-22' as Day), 'sample.fill')
  const known = knownOf(book)
  const call = directCall(book, { shelfFolder, personId })
  const endings = { answered: 0, refused: 0 }
  const unexpected = new Map<string, string | undefined>()
  for (let round = 0; round < count; round += 1) {
    const [path, { _def }] = procedures[round % procedures.length] as (typeof procedures)[number]
    const [schema] = _def.inputs
    const input = schema ? randomInput(schema, random, known) : undefined
    const reply = await call({ id: round, kind: _def.type, path, input })
    if (reply.ok) endings.answered += 1
    else if (reply.error.code === 'internal') unexpected.set(path, JSON.stringify(input)?.slice(0, 1000))
    else endings.refused += 1
  }
  expect(Object.fromEntries(unexpected)).toEqual({})
  expect(endings.answered).toBeGreaterThan(count / 10)
  expect(endings.refused).toBeGreaterThan(count / 10)
  expect(book.read(checkBook).problems).toEqual([])
})

function knownOf(book: TestBook): Known {
  const ids = [
    'products',
    'parties',
    'sales_orders',
    'order_lines',
    'tasks',
    'people',
    'operations',
    'categories',
  ].flatMap((table) => book.read((db) => db.raw(`SELECT id FROM ${table} LIMIT 12`)).map((row) => row[0] as number))
  const words = book.read((db) => db.raw('SELECT sku FROM products LIMIT 5 ')).map((row) => row[0] as string)
  return { ids, words: [...words, ...procedures.map(([path]) => path)] }
}
