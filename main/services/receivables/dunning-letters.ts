// Letters to customers who are late: made from what was overdue on a day, then sent. What one says never changes by itself.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { DunningLettersTable } from '#main/db/tables.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { nextNumber } from '#main/services/numbers/document-numbers.ts'
import { salesSetting } from '#main/services/orders/sales-settings.ts'
import { partyNames } from '#main/services/parties/party-names.ts'
import { worthOn } from '#main/services/receivables/base-worth.ts'
import { dunningRows, languagesOf, lateOrders } from '#main/services/receivables/dunning-list.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorFromDecimal, minorToDecimal } from '#shared/money.ts'
import type { PaymentState } from '#shared/schemas/payments.ts'
import type { DunningLetter, MakeLettersInput } from '#shared/schemas/receivables.ts'

const letterNumbers = { table: 'dunning_letters', index: 'dunning_letters_by_number' }

/** The letters that are due of some customers; `receivables/no-letter-due` where one is not. Gives their ids. */
export function makeLetters(tx: WriteTx, { asOf, letters }: MakeLettersInput): { ids: Id[] } {
  const today = bookToday(tx, tx.now)
  const on = asOf ?? today
  if (on > today) throw new AppError('receivables/future-letter', { day: on, today })
  return { ids: letters.map((letter) => makeLetter(tx, letter, on)) }
}

function makeLetter(tx: WriteTx, { customerId, currency }: { customerId: Id; currency: string }, on: Day): Id {
  const orders = lateOrders(tx, { asOf: on, customerId, currency })
  const [row] = dunningRows(tx, orders, on)
  if (!row || row.step === null) {
    const name = partyNames(tx, [customerId]).get(customerId)?.name ?? ''
    throw new AppError('receivables/no-letter-due', { customer: name, currency })
  }
  const asked = orders.filter(({ pausedBy }) => pausedBy === '')
  const step = salesSetting(tx, 'dunning').steps[row.step - 1]
  const id = tx.insert('dunning_letters', {
    number: nextNumber(tx, letterNumbers, { kind: 'DL', on }),
    party_id: customerId,
    step: row.step,
    as_of: on,
    pay_by: addDays(on, step?.payDays ?? 0),
    language: languagesOf(tx, [customerId]).get(customerId) ?? 'en',
    currency,
    open_minor: asked.reduce((sum, { openMinor }) => sum + openMinor, 0),
    fee_minor: feeIn(tx, step?.fee ?? '0', { currency, on }),
  })
  for (const { orderId, dueOn, openMinor } of asked) {
    tx.insert('dunning_items', { letter_id: id, order_id: orderId, due_on: dueOn, open_minor: openMinor })
  }
  return id
}

/** A fee is set in base currency; without a rate of the day none is charged. */
function feeIn(db: ReadDb, fee: string, { currency, on }: { currency: string; on: Day }): number {
  const base = baseCurrency(db)
  return worthOn(db, on, currency)(minorFromDecimal(fee, base), base) ?? 0
}

/** Letters are marked as sent on a day, not before they were made. */
export function markLettersSent(tx: WriteTx, { ids, on }: { ids: readonly Id[]; on: Day | null }): void {
  const day = on ?? bookToday(tx, tx.now)
  for (const id of ids) {
    const { number, as_of } = letterRow(tx, id)
    if (day < as_of) throw new AppError('receivables/sent-before-made', { number, day, asOf: as_of, field: 'on' })
    tx.update('dunning_letters', id, { sent_on: day })
  }
}

/** What the seller adds: until when to pay, and words of their own. Once sent, a letter says what it said. */
export function editLetter(tx: WriteTx, { id, payBy, note }: { id: Id; payBy: Day | null; note: string }): void {
  const { number, sent_on } = letterRow(tx, id)
  if (sent_on !== null) throw new AppError('receivables/letter-sent', { number })
  tx.update('dunning_letters', id, { pay_by: payBy, note })
}

/** A letter that was never sent is thrown away; its step is due again. */
export function removeLetter(tx: WriteTx, id: Id): void {
  const { number, sent_on } = letterRow(tx, id)
  if (sent_on !== null) throw new AppError('receivables/letter-sent', { number })
  for (const { id: item } of tx.all<{ id: Id }>('SELECT id FROM live_dunning_items WHERE letter_id = ?', id))
    tx.update('dunning_items', item, { deleted: 1 })
  tx.update('dunning_letters', id, { deleted: 1 })
}

function letterRow(db: ReadDb, id: Id): DunningLettersTable {
  const row = db.get<DunningLettersTable>('SELECT * FROM live_dunning_letters WHERE id = ?', id)
  if (!row) throw new AppError('receivables/letter-not-found')
  return row
}

export function getLetter(db: ReadDb, id: Id): DunningLetter {
  const [letter] = lettersFrom(db, [letterRow(db, id)])
  if (!letter) throw new Error('a letter that is there and is not')
  return letter
}

/** Newest first: of one customer, or all. */
export function listLetters(
  db: ReadDb,
  { customerId, limit }: { customerId: Id | null; limit: number },
): DunningLetter[] {
  const rows = db.all<DunningLettersTable>(
    `SELECT * FROM live_dunning_letters ${customerId === null ? '' : 'WHERE party_id = ?'} ORDER BY as_of DESC, id DESC LIMIT ?`,
    ...(customerId === null ? [] : [customerId]),
    limit,
  )
  return lettersFrom(db, rows)
}

type ItemRow = {
  letterId: Id
  orderId: Id
  number: string
  orderedOn: string
  dueOn: string
  openMinor: number
  paymentState: PaymentState
}

function lettersFrom(db: ReadDb, rows: readonly DunningLettersTable[]): DunningLetter[] {
  const items = Map.groupBy(
    db.all<ItemRow>(
      `SELECT i.letter_id AS letterId, i.order_id AS orderId, o.number, o.ordered_on AS orderedOn, i.due_on AS dueOn,
         i.open_minor AS openMinor, o.payment_state AS paymentState
       FROM json_each(?) j CROSS JOIN dunning_items i INDEXED BY dunning_items_by_letter ON i.letter_id = j.value
       JOIN sales_orders o ON o.id = i.order_id WHERE i.deleted = 0 ORDER BY i.due_on, i.id`,
      JSON.stringify(rows.map(({ id }) => id)),
    ),
    ({ letterId }) => letterId,
  )
  const names = partyNames(
    db,
    rows.map(({ party_id }) => party_id),
  )
  return rows.map((row) => letterFrom(row, names.get(row.party_id), items.get(row.id) ?? []))
}

function letterFrom(
  row: DunningLettersTable,
  party: { name: string; nameZh: string } | undefined,
  items: readonly ItemRow[],
): DunningLetter {
  const { currency } = row
  const money = (minor: number) => minorToDecimal(minor, currency)
  return {
    ...{
      id: row.id,
      number: row.number,
      customerId: row.party_id,
      step: row.step,
      asOf: row.as_of,
      sentOn: row.sent_on,
    },
    ...{ customer: party?.name ?? '', customerZh: party?.nameZh ?? '' },
    ...{ payBy: row.pay_by, language: row.language, currency, note: row.note },
    open: money(row.open_minor),
    fee: money(row.fee_minor),
    total: money(row.open_minor + row.fee_minor),
    items: items.map(({ letterId: _, openMinor, ...item }) => ({ ...item, open: money(openMinor) })),
  }
}
