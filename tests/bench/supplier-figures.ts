// The score board at the service against bare SQL that yields the same figures: on time, in full, OTIF, defects, fill rate, lead
// time with its spread, spend, each by supplier.
import { join } from 'node:path'
import { openReader } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { figureLines } from '#main/services/scores/figure-lines.ts'
import { scoreboard } from '#main/services/scores/scoreboard.ts'
import { scorecard } from '#main/services/scores/scorecard.ts'
import { addDays } from '#shared/dates.ts'
import { figureLinesInput, scoreboardInput, scorecardInput } from '#shared/schemas/scores.ts'
import { removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { lastDay } from '#tests/bench/make-book.ts'
import { makeOffers, makePurchases } from '#tests/bench/make-purchases.ts'
import { measure } from '#tests/bench/measure.ts'
import type { Size } from '#tests/bench/sizes.ts'

/** Receipts up to a day; per line what came, when the last of it came and when it was complete; then by supplier. */
const bareBoard = `WITH came AS (
    SELECT g.line_id, t.received_on, g.qty_milli, g.rejected_milli,
      sum(g.qty_milli) OVER (PARTITION BY g.line_id ORDER BY t.received_on) AS upto
    FROM purchase_receipt_lines g JOIN purchase_receipts t ON t.id = g.receipt_id
    WHERE t.status = 'posted' AND t.received_on <= :asOf),
  lines AS (
    SELECT o.supplier_id, l.id, l.qty_milli, l.bought_on, l.due_on, l.net_base_minor, coalesce(sum(c.qty_milli), 0) AS received,
      coalesce(sum(c.rejected_milli), 0) AS rejected, max(c.received_on) AS last_on,
      min(CASE WHEN c.upto >= l.qty_milli THEN c.received_on END) AS complete_on
    FROM purchase_lines l JOIN purchase_orders o ON o.id = l.order_id LEFT JOIN came c ON c.line_id = l.id
    WHERE l.bought_on IS NOT NULL AND coalesce(l.due_on, l.bought_on) BETWEEN :from AND :to GROUP BY l.id),
  judged AS (
    SELECT *, due_on <= :asOf AS due, last_on <= due_on AS on_time, received >= qty_milli AS in_full,
      julianday(complete_on) - julianday(bought_on) AS lead FROM lines)
  SELECT s.id, s.name, sum(due) AS due, sum(due AND on_time) * 1.0 / nullif(sum(due), 0) AS onTime,
    sum(due AND in_full) * 1.0 / nullif(sum(due), 0) AS inFull, sum(due AND on_time AND in_full) * 1.0 / nullif(sum(due), 0) AS otif,
    sum(rejected) * 1e6 / nullif(sum(received), 0) AS ppm, sum(min(received, qty_milli)) * 1.0 / nullif(sum(qty_milli), 0) AS fill,
    avg(lead) AS lead, sqrt((sum(lead * lead) - sum(lead) * sum(lead) / count(lead)) / nullif(count(lead) - 1, 0)) AS leadSd,
    sum(net_base_minor) AS spend
  FROM judged j JOIN parties s ON s.id = j.supplier_id GROUP BY s.id`

type BareRow = {
  id: number
  due: number
  onTime: number | null
  otif: number | null
  ppm: number | null
  leadSd: number | null
  spend: number
}

export function supplierFigures(folder: string, base: string, size: Size): Figure[] {
  const file = join(folder, 'purchases.quay')
  const bare = makePurchases(base, file, size)
  const days = { from: addDays(lastDay, -365), to: lastDay, asOf: lastDay }
  const reader = openReader(file)
  const board = () => read(reader, (db) => scoreboard(db, scoreboardInput.parse(days)))
  const statement = bare.prepare(bareBoard)
  const plain = () => statement.all(days) as BareRow[]
  refuseDifferent(board().rows, plain())
  const year = compared('suppliers.scoreboard, one year', board, plain)
  const all = { from: addDays(lastDay, -1100), to: addDays(lastDay, 100), asOf: lastDay }
  const whole = () => read(reader, (db) => scoreboard(db, scoreboardInput.parse(all)))
  const three = compared('suppliers.scoreboard, three years', whole, () => statement.all(all))
  const supplierId = whole().rows.find(({ lines }) => lines > 0)?.supplierId ?? 0
  const card = measure(
    () => {},
    () => read(reader, (db) => scorecard(db, scorecardInput.parse({ ...days, supplierId }))),
  )
  const lines = measure(
    () => {},
    () => read(reader, (db) => figureLines(db, figureLinesInput.parse({ ...all, supplierId, figure: 'onTimeRate' }))),
  )
  reader.close()
  makeOffers(bare, size.purchases)
  const offered = openReader(file)
  const priced = measure(
    () => {},
    () => read(offered, (db) => scoreboard(db, scoreboardInput.parse(days))),
  )
  offered.close()
  bare.close()
  removeBook(file)
  return [
    year,
    three,
    figure('suppliers.scorecard among all', card),
    figure('suppliers.figureLines, a page', lines),
    figure(`suppliers.scoreboard with ${size.purchases * 2} offers`, priced),
  ]
}

function compared(name: string, service: () => unknown, bare: () => unknown): Figure {
  const yardstick = measure(() => {}, bare)
  return figure(
    name,
    measure(() => {}, service),
    { bare: yardstick, goal: { ratio: 2 } },
  )
}

type BoardRows = ReturnType<typeof scoreboard>['rows']

/** A yardstick that yields something else would measure something else. */
function refuseDifferent(rows: BoardRows, bare: readonly BareRow[]): void {
  const byId = new Map(rows.map((row) => [row.supplierId, row]))
  const text = (value: number | null) => (value === null ? '-' : value.toFixed(9))
  if (bare.length === 0) throw new Error('the score board is empty')
  for (const row of bare) {
    const ours = byId.get(row.id)
    const [left, right] = [
      [row.due, text(row.onTime), text(row.otif), text(row.ppm), text(row.leadSd), (row.spend / 100).toFixed(2)].join(),
      ours &&
        [
          ours.linesDue,
          text(ours.onTimeRate),
          text(ours.otifRate),
          text(ours.ppm),
          text(ours.leadTimeSd),
          ours.spend,
        ].join(),
    ]
    if (left !== right) throw new Error(`the bare score board yields something else: ${left} and ${right}`)
  }
}
