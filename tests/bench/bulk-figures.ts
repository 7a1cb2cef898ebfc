// Every product changed at once and taken back, and 1,000 rows pasted, against bare updates of the same columns.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBook } from '#main/db/book.ts'
import { read } from '#main/db/statements.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { changeInBulk, planBulk } from '#main/services/lists/bulk-change.ts'
import { pasteCells } from '#main/services/lists/paste-cells.ts'
import { bulkInput, pasteInput } from '#shared/schemas/cells.ts'
import { openBare, removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { bookSettings } from '#tests/bench/make-book.ts'
import { measure, type Spent, stopwatch, timingOfSpent } from '#tests/bench/measure.ts'

const rowsPasted = 1000
/** Each change is taken back, so that the next one finds the same. */
const rounds = 3

export async function bulkFigures(folder: string, full: string, skus: readonly string[]): Promise<Figure[]> {
  const file = join(folder, 'bulk.quay')
  removeBook(file)
  copyFileSync(full, file)
  const book = await openBook(file, bookSettings)
  const target = { list: 'products', query: {} }
  const changes = [{ do: 'percent', column: 'price', by: '5' }]
  const input = bulkInput.parse({ list: 'products', target, changes, jobId: 'bench' })
  const seen = measure(
    () => {},
    () => read(book.connection, (db) => planBulk(db, input, silentJob)),
  )
  const [changed, undos]: [Spent[], Spent[]] = [[], []]
  for (let run = 0; run < rounds; run += 1) {
    const changing = stopwatch()
    const { operationId } = book.writer.write('lists.changeInBulk', null, (tx) => changeInBulk(tx, input, silentJob))
    changed.push(changing())
    const undoing = stopwatch()
    book.writer.write('history.undo', null, (tx) => undoOperation(tx, operationId ?? 0))
    undos.push(undoing())
  }
  let count = 0
  const pasted = measure(
    () => {},
    () => {
      count += 1
      const rows = skus.slice(0, rowsPasted).map((sku) => [sku, `note ${count}`])
      const block = pasteInput.parse({ list: 'products', rows: [['SKU', 'Note'], ...rows], columns: [], query: {} })
      book.writer.write('lists.paste', null, (tx) => pasteCells(tx, block))
    },
  )
  book.close()
  const bare = bareUpdate(join(folder, 'bulk-bare.quay'), full)
  removeBook(file)
  return [
    figure('change in bulk of every product, seen', seen, { note: 'price + 5 %, first rows and reasons' }),
    figure('change in bulk of every product', timingOfSpent(changed), {
      bare,
      note: 'price + 5 %, logged, one operation',
    }),
    figure('change in bulk of every product, undone', timingOfSpent(undos), { note: 'one operation' }),
    figure('paste of 1,000 rows', pasted, { note: 'matched by SKU, one column' }),
  ]
}

function bareUpdate(file: string, full: string) {
  const connection = openBare(full, file)
  const timing = measure(
    () => {},
    () => connection.exec('UPDATE products SET price_micros = price_micros * 105 / 100 WHERE price_micros IS NOT NULL'),
  )
  connection.close()
  removeBook(file)
  return timing
}
