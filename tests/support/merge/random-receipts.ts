// What customers pay between merges: orders in part or too much, money on account and its orders, credits taken for orders,
// payments taken back, letters to who is late.
import type { WriteTx } from '#main/db/database.ts'
import { recordPayment, reversePayment } from '#main/services/payments/payment-commands.ts'
import { assignPayment, offsetCredit } from '#main/services/payments/sale-payment-commands.ts'
import { makeLetters, markLettersSent, removeLetter } from '#main/services/receivables/dunning-letters.ts'
import { dunningList } from '#main/services/receivables/dunning-list.ts'
import { addDays, asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { assignPaymentInput, offsetCreditInput, paymentInput } from '#shared/schemas/payments.ts'
import type { Story } from '#tests/support/merge/random-work.ts'

const firstDay = asDay('2026-03-20')
const someDay = ({ dice: d }: Story) => addDays(firstDay, d.below(40))

type Sale = { id: Id; currency: string; customerId: Id | null }

const oneSale = (tx: WriteTx, { dice: d }: Story, where = "document = 'order'"): Sale | undefined =>
  d.pick(
    tx.all<Sale>(`SELECT id, currency, customer_id AS customerId FROM live_sales_orders WHERE ${where} ORDER BY id`),
  )

const oneOf = (tx: WriteTx, { dice: d }: Story, sql: string): Id | undefined =>
  d.pick(tx.raw(`${sql} ORDER BY id`).map(([id]) => id as Id))

/** In its own currency or in another one, of which both amounts are told. */
export function receiveForSomething(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const isBack = d.chance(0.15)
  const sale = oneSale(tx, story, isBack ? 'true' : "document = 'order'")
  if (!sale) return
  const amount = String(1 + d.below(60))
  const currency = d.chance(0.3) ? 'CNY' : sale.currency
  const paid = currency === sale.currency ? null : String(1 + d.below(400))
  const shares = [{ saleId: sale.id, amount, paid, purpose: isBack ? ('refund' as const) : ('balance' as const) }]
  const money = { amount: paid ?? amount, currency, rate: currency === 'USD' ? '' : '1.1' } as const
  const direction = isBack ? ('out' as const) : ('in' as const)
  recordPayment(tx, paymentInput.parse({ on: someDay(story), direction, ...money, shares }))
}

export function keepOnAccount(tx: WriteTx, story: Story): void {
  const partyId = oneOf(tx, story, 'SELECT id FROM live_parties WHERE is_customer = 1')
  if (partyId === undefined) return
  const money = { amount: String(10 + story.dice.below(90)), currency: 'USD', shares: [] }
  recordPayment(tx, paymentInput.parse({ on: someDay(story), direction: 'in', partyId, ...money }))
}

/** The copies may each give the same money to orders: then more is given than there is. */
export function giveToOrder(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const paid = d.pick(
    tx.all<{ id: Id; partyId: Id }>(
      `SELECT p.id, p.party_id AS partyId FROM payments p WHERE p.direction = 'in' AND p.reverses_id IS NULL
         AND p.currency = 'USD' AND NOT EXISTS (SELECT 1 FROM payment_shares s WHERE s.payment_id = p.id) ORDER BY p.id`,
    ),
  )
  const sale = paid && oneSale(tx, story, `document = 'order' AND currency = 'USD' AND customer_id = ${paid.partyId}`)
  if (!sale) return
  const shares = [{ saleId: sale.id, amount: String(1 + d.below(10)) }]
  assignPayment(tx, assignPaymentInput.parse({ id: paid.id, shares }))
}

export function takeCreditFor(tx: WriteTx, story: Story): void {
  const credit = oneSale(tx, story, "document = 'credit' AND open_minor < 0")
  if (!credit) return
  const same = `document = 'order' AND currency = '${credit.currency}' AND customer_id IS ${credit.customerId ?? 'NULL'}`
  const sale = oneSale(tx, story, same)
  if (!sale) return
  const shares = [{ saleId: sale.id, amount: '0.50' }]
  offsetCredit(tx, offsetCreditInput.parse({ creditId: credit.id, on: someDay(story), shares }))
}

export function takeReceiptOfMoneyBack(tx: WriteTx, story: Story): void {
  const id = oneOf(tx, story, "SELECT id FROM payments WHERE reverses_id IS NULL AND direction = 'in'")
  if (id !== undefined) reversePayment(tx, { id, note: '' })
}

export function writeSomeLetter(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const draft = oneOf(tx, story, 'SELECT id FROM live_dunning_letters WHERE sent_on IS NULL')
  if (draft !== undefined && d.chance(0.5)) {
    if (d.chance(0.3)) removeLetter(tx, draft)
    else markLettersSent(tx, { ids: [draft], on: null })
    return
  }
  const row = d.pick(dunningList(tx, { asOf: null }).filter(({ step }) => step !== null))
  if (row) makeLetters(tx, { asOf: null, letters: [row] })
}
