// One saved edit of a product, durable on disk, against a bare update of the same columns.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBook } from '#main/db/book.ts'
import { fileMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { editProduct } from '#main/services/catalog/product-commands.ts'
import { getProduct } from '#main/services/catalog/product-queries.ts'
import type { Id } from '#shared/ids.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { openBare, removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { bookSettings } from '#tests/bench/make-book.ts'
import { measureInTurns, type Timing } from '#tests/bench/measure.ts'

/** With the machine's memory on disk, as the program has it: it is part of every write. */
export async function editFigures(folder: string, full: string, productId: Id): Promise<Figure[]> {
  const file = join(folder, 'edit.quay')
  removeBook(file)
  copyFileSync(full, file)
  const book = await openBook(file, { ...bookSettings, memory: fileMemory(join(folder, 'memory')) })
  const product = productInput.parse(read(book.connection, (db) => getProduct(db, productId)))
  let count = 0
  const save = () => {
    count += 1
    const changed = { ...product, note: `edit ${count}` }
    book.writer.write('products.edit', null, (tx) => editProduct(tx, productId, changed))
  }
  const bareFile = join(folder, 'edit-bare.quay')
  const connection = openBare(full, bareFile)
  const update = connection.prepare('UPDATE products SET note = ? WHERE id = ?')
  const bareSave = connection.transaction(() => {
    count += 1
    update.run(`edit ${count}`, productId)
  })
  const [bare, timing] = measureInTurns([{ run: () => bareSave.immediate() }, { run: save }], {
    runs: 300,
    limitMs: 20_000,
  }) as [Timing, Timing]
  book.close()
  connection.close()
  for (const one of [file, bareFile]) removeBook(one)
  return [
    figure('saved edit of a product', timing, { bare, note: 'durable (synchronous=FULL), checked, logged, hashed' }),
  ]
}
