// A copy of a book that somebody changed with another tool: `check` names what is not as the ledger says.
import { describe, expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { postLandedCost } from '#main/services/costing/landed-costs.ts'
import { closePeriod } from '#main/services/costing/period-closings.ts'
import { tellCosts } from '#main/services/costing/told-costs.ts'
import { postMovements } from '#main/services/stock/stock-ledger.ts'
import { asDay } from '#shared/dates.ts'
import { landedCostInput, tellCostsInput } from '#shared/schemas/costing.ts'
import { firstCopy, machine, openFile } from '#tests/support/book-copies.ts'
import { asMovement, type TestMovement } from '#tests/support/ledger-book.ts'
import { makeProduct } from '#tests/support/records.ts'

/** Two products, one with batches; receipts, sales, freight, a cost told later, a closed month. */
function madeBook() {
  const copy = firstCopy(machine())
  const ids = copy.write(fill)
  const file = copy.file()
  copy.close()
  return { file, ...ids }
}

function fill(tx: WriteTx) {
  tx.update('books', 1, { cost_method: 'fifo' })
  const mug = makeProduct(tx, { sku: 'MUG' })
  const tea = makeProduct(tx, { sku: 'TEA' })
  const batch = tx.insert('batches', { product_id: tea, code: 'L1' })
  const receipt = { kind: 'receipt', number: 'GR-1', moved_on: '2026-01-05', warehouse_id: 1 }
  const document = tx.insert('stock_documents', receipt)
  const post = (productId: number, ...movements: TestMovement[]) =>
    postMovements(
      tx,
      movements.map((movement) => asMovement(productId, movement)),
    ).map(({ id }) => id)
  const [first = 0] = post(mug, { qty: 10, on: '2026-01-05', value: 1000, documentId: document })
  post(mug, { qty: 10, on: '2026-01-06', value: 1500 })
  const [issue = 0] = post(mug, { qty: -12, on: '2026-01-20' })
  closePeriod(tx, { through: asDay('2026-01-31'), note: '' })
  const freight = {
    documentId: document,
    on: '2026-02-05',
    kind: 'freight',
    splitBy: 'value',
    amount: '5',
    currency: 'USD',
  }
  postLandedCost(tx, landedCostInput.parse(freight))
  const [leaves = 0] = post(tea, { qty: 8, on: '2026-02-01', batchId: batch })
  post(tea, { qty: -3, on: '2026-02-03', batchId: batch })
  const unitCost = { amount: '0.4', currency: 'USD' }
  tellCosts(tx, tellCostsInput.parse({ costs: [{ movementId: leaves, unitCost }] }))
  return { mug, tea, batch, first, issue, leaves }
}

const book = madeBook()

/** What is found in a copy that these statements were done to. */
function problemsAfter(...statements: string[]): string[] {
  const connection = openFile(book.file)
  try {
    const triggers = connection
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      .pluck()
      .all() as string[]
    const kept = triggers.map((name) => [
      name,
      connection.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name),
    ])
    for (const [name] of kept) connection.exec(`DROP TRIGGER ${name}`)
    connection.pragma('foreign_keys = OFF')
    for (const statement of statements) {
      const { changes } = connection.prepare(statement).run()
      // A statement that meets no row would prove nothing.
      expect([statement, changes > 0]).toEqual([statement, true])
    }
    for (const [, sql] of kept) connection.exec(String(sql))
    return read(connection, checkBook).problems.map(({ code, where }) => `${code} ${where}`)
  } finally {
    connection.close()
  }
}

test('as it was written, nothing is found', () => {
  expect(problemsAfter('UPDATE stock_balances SET last_on = last_on')).toEqual([])
})

const { mug, tea, batch, first, issue, leaves } = book

describe('found by name:', () => {
  test.each([
    [
      'the quantity of a movement',
      `UPDATE stock_movements SET qty_milli = 9000 WHERE id = ${first}`,
      `stock-balance ${mug}`,
    ],
    ['a movement taken out', `DELETE FROM stock_movements WHERE id = ${issue}`, `stock-value ${mug} ${issue}`],
    [
      'a movement added',
      `INSERT INTO stock_movements (id, product_id, warehouse_id, moved_on, kind, qty_milli)
       VALUES (536999999, ${mug}, 1, '2026-02-09', 'issue', -1000)`,
      `issue-cost ${mug} 536999999`,
    ],
    [
      'the day of a movement',
      `UPDATE stock_movements SET moved_on = '2026-01-21' WHERE id = ${issue}`,
      `stock-value ${mug} ${issue}`,
    ],
    [
      'the cost of a receipt',
      `UPDATE stock_movements SET value_minor = 1 WHERE id = ${first}`,
      `stock-value ${mug} ${first}`,
    ],
    ['a balance', `UPDATE stock_balances SET on_hand_milli = 1 WHERE product_id = ${mug}`, `stock-balance ${mug}`],
    ['a balance taken out', `DELETE FROM stock_balances WHERE product_id = ${tea}`, `stock-balance ${tea}`],
    [
      'the value of a balance',
      `UPDATE stock_balances SET value_minor = 1 WHERE product_id = ${mug}`,
      `stock-balance-value ${mug} 1`,
    ],
    [
      'the pieces without a cost',
      `UPDATE stock_balances SET uncosted_milli = 1 WHERE product_id = ${tea}`,
      `stock-balance-value ${tea} 1`,
    ],
    ['the balance of a batch', `UPDATE batch_balances SET on_hand_milli = 1`, `batch-balance ${batch}`],
    ['the quantity of a layer', `UPDATE stock_layers SET qty_milli = 1 WHERE product_id = ${mug}`, 'stock-layer'],
    [
      'the value of a layer',
      `UPDATE stock_layers SET value_minor = 1 WHERE product_id = ${tea}`,
      `stock-layer ${tea} ${leaves}`,
    ],
    ['a layer taken out', `DELETE FROM stock_layers WHERE product_id = ${tea}`, `stock-layer ${tea} ${leaves}`],
    [
      'a layer added',
      `INSERT INTO stock_layers VALUES (${tea}, 1, 9, 5, '2026-01-01', 5, NULL, 1000, 5)`,
      `stock-layer ${tea} 5`,
    ],
    [
      'the cost of an issue',
      `UPDATE issue_costs SET value_minor = 1 WHERE movement_id = ${issue} AND position = 1`,
      `issue-cost ${mug} ${issue}`,
    ],
    [
      'the cost of an issue taken out',
      `DELETE FROM issue_costs WHERE movement_id = ${issue}`,
      `issue-cost ${mug} ${issue}`,
    ],
    [
      'a value',
      `UPDATE stock_values SET value_minor = value_minor + 1 WHERE movement_id = ${issue} AND cause = 'movement'`,
      `stock-value ${mug} ${issue}`,
    ],
    [
      'a value taken out',
      `DELETE FROM stock_values WHERE cause = 'landed_cost' AND movement_id = ${first}`,
      `stock-value ${mug} ${first}`,
    ],
    [
      'where costing stands',
      `UPDATE stock_cost_states SET receipt_value_minor = 1 WHERE product_id = ${mug} AND warehouse_id = 0`,
      `cost-state ${mug}`,
    ],
    ['a share of a charge', `UPDATE landed_cost_shares SET base_minor = base_minor + 1`, 'landed-cost'],
    ['a charge', `UPDATE landed_costs SET base_minor = base_minor + 1`, 'landed-cost'],
    [
      'what a closing found',
      `UPDATE closed_values SET value_minor = value_minor + 1 WHERE movement_id = ${issue}`,
      `stock-value ${mug} ${issue}`,
    ],
    [
      'a closed value of goods that came later',
      `UPDATE closed_values SET movement_id = ${leaves} WHERE movement_id = ${issue}`,
      'closed-value',
    ],
    ['a closing', `UPDATE period_closings SET deleted = 1`, 'log-digest'],
    ['a cost told later', `UPDATE told_costs SET value_minor = 1`, `stock-value ${tea} ${leaves}`],
    ['the method', `UPDATE books SET cost_method = 'average'`, `stock-layer ${mug}`],
  ])('%s', (_, statement, named) => {
    const problems = problemsAfter(statement)
    expect(problems.find((problem) => problem.startsWith(named)) ?? problems).toContain(named)
  })

  test('and what is the ledger itself, by its log as well', () => {
    for (const table of ['stock_movements', 'landed_cost_shares', 'closed_values', 'told_costs'])
      expect(
        problemsAfter(`UPDATE ${table} SET id = id + 1000 WHERE id = (SELECT max(id) FROM ${table})`),
      ).toContainEqual(expect.stringMatching(/^log-/))
  })
})
