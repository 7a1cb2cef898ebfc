// A copy for others without what stock cost: its values are worked out anew from what is left, so it agrees with itself.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bookHandle } from '#main/db/book-handle.ts'
import { openReader } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { makeCopy } from '#main/services/copies/make-copy.ts'
import { postLandedCost } from '#main/services/costing/landed-costs.ts'
import { closePeriod } from '#main/services/costing/period-closings.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { postMovements } from '#main/services/stock/stock-ledger.ts'
import { asDay } from '#shared/dates.ts'
import type { MakeCopyInput } from '#shared/schemas/copies.ts'
import { landedCostInput } from '#shared/schemas/costing.ts'
import { asMovement } from '#tests/support/ledger-book.ts'
import { makeProduct } from '#tests/support/records.ts'
import { testBook, testNow } from '#tests/support/test-book.ts'

async function copyWithout(redact: MakeCopyInput['redact']) {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const book = testBook({ file: join(folder, 'book.quay') })
  onTestFinished(() => book.close())
  book.write((tx) => {
    const mug = makeProduct(tx, { sku: 'MUG' })
    const receipt = { kind: 'receipt', number: 'GR-1', moved_on: '2026-01-05', warehouse_id: 1 }
    const documentId = tx.insert('stock_documents', receipt)
    postMovements(tx, [
      asMovement(mug, { qty: 10, on: '2026-01-05', value: 1000, documentId }),
      asMovement(mug, { qty: -4, on: '2026-01-20' }),
    ])
    closePeriod(tx, { through: asDay('2026-01-31'), note: '' })
    const duty = { documentId, on: '2026-02-05', kind: 'duty', splitBy: 'value', amount: '5', currency: 'USD' }
    postLandedCost(tx, landedCostInput.parse(duty))
  })
  const path = join(folder, 'copy.quay')
  await makeCopy(bookHandle(book.file, book.connection), {
    ...{ target: { path, replace: false }, withAttachments: true, passphrase: null, language: 'en', now: testNow },
    ...{ job: silentJob, redact },
  })
  const copy = openReader(path)
  onTestFinished(() => {
    copy.close()
  })
  return read(copy, (db) => ({
    problems: checkBook(db).problems,
    stock: db.raw('SELECT on_hand_milli, value_minor, uncosted_milli FROM stock_balances'),
    costs: db.get('SELECT count(value_minor) AS n FROM stock_movements'),
  }))
}

test('without costs, nobody knows what the stock is worth', async () => {
  expect(await copyWithout(['costs'])).toEqual({ problems: [], stock: [[6000, null, 6000]], costs: { n: 0 } })
})

test('without suppliers, what they charged is gone, and the goods are worth what they cost', async () => {
  expect(await copyWithout(['suppliers'])).toEqual({ problems: [], stock: [[6000, 600, 0]], costs: { n: 1 } })
})

test('without personal data, nothing about costs changes', async () => {
  expect(await copyWithout(['personal'])).toEqual({ problems: [], stock: [[6000, 900, 0]], costs: { n: 1 } })
})
