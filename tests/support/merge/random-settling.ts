// What selling cost between merges: costs told and changed, payouts of a channel read, booked, taken back and deleted, flags
// looked at.
import type { WriteTx } from '#main/db/database.ts'
import { keepSettlement, matchSettlements, type ToldLine } from '#main/services/sales/keep-settlement.ts'
import { clearFlags } from '#main/services/sales/order-flags.ts'
import { addSalesCost, editSalesCost, removeSalesCosts } from '#main/services/sales/sales-cost-commands.ts'
import { postSettlement, removeSettlements, unpostSettlement } from '#main/services/sales/settlement-commands.ts'
import { addDays, asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { salesCostInput, salesCostKinds } from '#shared/schemas/sales-costs.ts'
import { postSettlementInput } from '#shared/schemas/settlements.ts'
import type { Story } from '#tests/support/merge/random-work.ts'

const firstDay = asDay('2026-03-01')
const someDay = ({ dice: d }: Story) => addDays(firstDay, d.below(40))
const oneOf = (tx: WriteTx, { dice: d }: Story, sql: string): Id | undefined =>
  d.pick(tx.raw(`${sql} ORDER BY id`).map(([id]) => id as Id))
const someOrder = (tx: WriteTx, story: Story, where = 'true') =>
  oneOf(tx, story, `SELECT id FROM live_sales_orders WHERE document = 'order' AND ${where}`)

function someCost(tx: WriteTx, story: Story) {
  const { dice: d } = story
  return salesCostInput.parse({
    orderId: d.chance(0.7) ? (someOrder(tx, story) ?? null) : null,
    channel: 'shop',
    kind: d.pick(salesCostKinds) ?? 'other',
    on: someDay(story),
    amount: String(1 + d.below(50)),
    currency: d.pick(['USD', 'EUR', 'CNY']) ?? 'USD',
    isEstimate: d.chance(0.3),
  })
}

export function tellSomeCost(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const known = oneOf(tx, story, 'SELECT id FROM live_sales_costs')
  if (known === undefined || d.chance(0.5)) addSalesCost(tx, someCost(tx, story))
  else if (d.chance(0.7)) editSalesCost(tx, known, someCost(tx, story))
  else removeSalesCosts(tx, [known])
}

/** A payout of which the copies may each read their own edition: the same number, other lines. */
export function readSomeSettlement(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const orders = Array.from({ length: 1 + d.below(3) }, () => someOrder(tx, story, "currency = 'USD'")).flatMap(
    (id) => id ?? [],
  )
  const lines = orders.flatMap((id): ToldLine[] => {
    tx.run("UPDATE sales_orders SET channel = 'shop', external_id = ? WHERE id = ? AND external_id = ''", `X${id}`, id)
    const line = { transactionType: 'Order', externalOrderId: `X${id}`, externalLineId: '', externalSku: '' }
    const rest = { qtyMilli: null, postedOn: someDay(story) }
    return [
      { ...line, ...rest, amountType: 'ItemPrice', description: 'Principal', amountMinor: 100 * (1 + d.below(90)) },
      { ...line, ...rest, amountType: 'ItemFees', description: 'Commission', amountMinor: -10 * (1 + d.below(90)) },
    ]
  })
  const day = someDay(story)
  const days = { startsOn: day, endsOn: addDays(day, 14), depositedOn: addDays(day, 16) }
  keepSettlement(tx, {
    channel: 'shop',
    externalId: `S${d.below(4)}`,
    ...days,
    currency: 'USD',
    totalMinor: null,
    lines,
  })
}

export function bookSomeSettlement(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const open = oneOf(tx, story, 'SELECT id FROM live_settlements WHERE payment_id IS NULL')
  const posted = oneOf(tx, story, 'SELECT id FROM live_settlements WHERE payment_id IS NOT NULL')
  if (posted !== undefined && d.chance(0.4)) unpostSettlement(tx, { id: posted, note: '' })
  else if (open !== undefined && d.chance(0.2)) removeSettlements(tx, [open])
  else if (open !== undefined) postSettlement(tx, postSettlementInput.parse({ id: open }))
  else matchSettlements(tx)
}

export function lookAtFlags(tx: WriteTx, story: Story): void {
  const id = someOrder(tx, story)
  if (id !== undefined) clearFlags(tx, { id, cleared: story.dice.chance(0.6) })
}
