// A book of every schema that ever landed still opens, is brought to this one, and agrees with itself. A migration adds its
// fixture here (the newest schema's own is made before the next step lands).
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { openBook } from '#main/db/book.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { schemaVersion } from '#main/db/migrate.ts'
import { migrations } from '#main/db/migrations.ts'
import { read } from '#main/db/statements.ts'
import { afterUpgrade } from '#main/services/book/after-upgrade.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import type { Instant } from '#shared/dates.ts'

const fixtures = fileURLToPath(new URL('./books/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const names = readdirSync(fixtures).filter((name) => name.endsWith('.quay.gz'))

test('there are fixtures', () => {
  expect(names.length).toBeGreaterThan(0)
})

test.each(names)('%s', async (name) => {
  const file = join(folder, name.replace(/\.gz$/, ''))
  writeFileSync(file, gunzipSync(readFileSync(join(fixtures, name))))
  const book = await openBook(file, { memory: transientMemory(), clock: () => Date.now() as Instant, afterUpgrade })
  expect(schemaVersion(book.connection)).toBe(migrations.at(-1)?.number)
  const check = read(book.connection, checkBook)
  expect(check.problems).toEqual([])
  expect(check.counts).toMatchObject({ products: 2, parties: 2 })
  // From 0580 on a credit stands beside the two orders.
  expect(check.counts.orders).toBe(check.counts.orderLines)
  expect(check.counts.orders).toBeGreaterThanOrEqual(2)
  book.writer.write('products.edit', null, (tx) => tx.run("UPDATE products SET name_en = 'Still writable'"))
  expect(read(book.connection, checkBook).problems).toEqual([])
  book.close()
})
