// Random damage to header, pages and WAL: the book opens, is rescued, or is refused in words. Never a crash, never a number
// that is wrong where the log's chain or a check could see it.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { openBook } from '#main/db/book.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { afterUpgrade } from '#main/services/book/after-upgrade.ts'
import { afterWork } from '#main/services/book/after-work.ts'
import { addProduct, editProduct } from '#main/services/catalog/product-commands.ts'
import type { Instant } from '#shared/dates.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { type Contents, contentsOf, damaged, type Outcome, outcomeOf } from '#tests/support/damaged-book.ts'
import { rounds, seed, seededRandom } from '#tests/torture/torture-size.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-damage-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const random = seededRandom(seed)
const count = rounds(15, 1200)

/**
 * What nothing in the file can see, and why. Rows below 2^29 were made with the book or seeded by a migration, before there
 * was any operation to cover them; the schema row of the book itself is one.
 */
const isBlind = (key: string) => Number(key.split(' ')[1]) < 2 ** 29

test(`${count} damaged books are opened, rescued or refused in words (seed ${seed})`, {
  timeout: count * 4000 + 60_000,
}, async () => {
  const { closed, open, states } = await healthyBook()
  const outcomes: Outcome[] = []
  for (let round = 0; round < count; round += 1) {
    const [file, wal] = random() < 0.6 ? [closed, null] : [open.file, open.wal]
    const damage = damaged(file, wal, random)
    const place = join(folder, 'round')
    rmSync(place, { recursive: true, force: true })
    try {
      outcomes.push(await outcomeOf(place, damage, states))
    } catch (error) {
      throw new Error(`round ${round}, ${damage.kind}: ${error}`, { cause: error })
    }
  }
  console.info(table(outcomes))
  const unseen = outcomes.flatMap((outcome) => [...outcome.unseen, ...outcome.unseenAfterRescue])
  expect(unseen.filter((key) => !isBlind(key))).toEqual([])
  // The test can see something: damage is found, and most of what is found can be rescued.
  expect(outcomes.filter(({ opened }) => opened !== 'sound').length).toBeGreaterThan(count / 5)
  expect(outcomes.filter(({ rescued }) => rescued === 'whole' || rescued === 'partly').length).toBeGreaterThan(
    count / 10,
  )
})

/** A book with something of everything and a long log: as one closed file, and with its last writes still in the WAL. */
async function healthyBook() {
  const file = join(folder, 'healthy.quay')
  const fixtures = fileURLToPath(new URL('../db/books/', import.meta.url))
  writeFileSync(file, gunzipSync(readFileSync(join(fixtures, '0170.quay.gz'))))
  const settings = {
    memory: transientMemory(),
    clock: () => Date.UTC(2026, 10, 22) as Instant,
    afterWork,
    afterUpgrade,
  }
  const book = await openBook(file, settings)
  const states: Contents[] = []
  const write = (index: number) => {
    const input = (name: string) => productInput.parse({ sku: `D-${index}`, nameEn: name })
    const { result } = book.writer.write('products.add', null, (tx) =>
      addProduct(tx, input(`Tray ${index} ${'x'.repeat(60)}`)),
    )
    book.writer.write('products.edit', null, (tx) => editProduct(tx, result, input(`Oak tray ${index}`)))
    return result
  }
  for (let index = 0; index < 150; index += 1) write(index)
  book.close()
  const closed = readFileSync(file)
  const again = await openBook(file, settings)
  states.push(contentsOf(again.connection))
  for (let index = 0; index < 6; index += 1) {
    again.writer.write('products.add', null, (tx) => addProduct(tx, productInput.parse({ sku: `W-${index}` })))
    states.push(contentsOf(again.connection))
  }
  // Not the program's way, but a crash's: the file and its WAL as they lie on the disk.
  const left = join(folder, 'left.quay')
  for (const side of ['', '-wal']) copyFileSync(file + side, left + side)
  again.close()
  return { closed, open: { file: readFileSync(left), wal: readFileSync(`${left}-wal`) }, states }
}

function table(outcomes: readonly Outcome[]): string {
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort()
  const lines = kinds.map((kind) => {
    const of = outcomes.filter((outcome) => outcome.kind === kind)
    const n = (test: (outcome: Outcome) => boolean) => of.filter(test).length
    return `${kind}: ${of.length}; opened sound ${n((o) => o.opened === 'sound')}, with problems ${n((o) => o.opened === 'problems')}, refused ${n((o) => o.opened === 'refused')}; rescued whole ${n((o) => o.rescued === 'whole')}, partly ${n((o) => o.rescued === 'partly')}, not ${n((o) => o.rescued === 'not')}; blind ${n((o) => o.unseen.length + o.unseenAfterRescue.length > 0)}`
  })
  return lines.join('\n')
}
