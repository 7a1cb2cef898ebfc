// Customers who are late, each with the letter that is due next. What is on hold, or has an open case, is not written about.
import type { ReadDb } from '#main/db/database.ts'
import { nextStep } from '#main/domain/receivables/dunning-steps.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { salesSetting } from '#main/services/orders/sales-settings.ts'
import { partyNames } from '#main/services/parties/party-names.ts'
import { openSums } from '#main/services/receivables/ageing.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { DunningItem, DunningRow } from '#shared/schemas/receivables.ts'

export type LateOrder = {
  orderId: Id
  number: string
  customerId: Id
  currency: string
  orderedOn: Day
  dueOn: Day
  openMinor: number
  pausedBy: DunningItem['pausedBy']
}

type Asked = { asOf: Day; customerId?: Id; currency?: string }

/** Orders certainly due before the day and not paid, of customers who pay us themselves; the longest overdue first. */
export function lateOrders(db: ReadDb, { asOf, customerId, currency }: Asked): LateOrder[] {
  const ofOne = customerId === undefined ? '' : ' AND o.customer_id = ?'
  const inOne = currency === undefined ? '' : ' AND o.currency = ?'
  return db.all<LateOrder>(
    `SELECT o.id AS orderId, o.number, o.customer_id AS customerId, o.currency, o.ordered_on AS orderedOn, o.due_on AS dueOn,
       o.open_minor AS openMinor,
       CASE WHEN o.status = 'on_hold' THEN 'hold'
         WHEN EXISTS (SELECT 1 FROM messages m INDEXED BY messages_by_order WHERE m.order_id = o.id AND m.order_id IS NOT NULL
           AND m.kind = 'case' AND m.closed_on IS NULL AND m.deleted = 0) THEN 'case' ELSE '' END AS pausedBy
     FROM sales_orders o INDEXED BY sales_orders_unpaid
     WHERE o.open_minor > 0 AND o.open_minor <> 0 AND o.collected_by = 'seller' AND o.customer_id IS NOT NULL AND o.due_on < ?
       AND o.document = 'order'${ofOne}${inOne}
     ORDER BY o.due_on, o.id`,
    ...[asOf, ...(customerId === undefined ? [] : [customerId]), ...(currency === undefined ? [] : [currency])],
  )
}

export type LastLetter = { id: Id; step: number; on: Day; sentOn: Day | null; orders: Id[] }

/** The newest letter of a customer in a currency that was not taken back, with the orders that it named. */
function lastLetters(db: ReadDb, customerIds: readonly Id[]): Map<string, LastLetter> {
  const rows = db.all<LastLetter & { customerId: Id; currency: string; orderIds: string }>(
    `SELECT d.id, d.party_id AS customerId, d.currency, d.step, coalesce(d.sent_on, d.as_of) AS "on", d.sent_on AS sentOn,
       (SELECT json_group_array(i.order_id) FROM dunning_items i INDEXED BY dunning_items_by_letter
         WHERE i.letter_id = d.id AND i.deleted = 0) AS orderIds
     FROM json_each(?) j CROSS JOIN dunning_letters d INDEXED BY dunning_letters_by_party ON d.party_id = j.value
     WHERE d.deleted = 0 ORDER BY d.as_of, d.id`,
    JSON.stringify(customerIds),
  )
  return new Map(
    rows.map(({ customerId, currency, orderIds, ...letter }) => [
      `${customerId} ${currency}`,
      { ...letter, orders: JSON.parse(orderIds) as Id[] },
    ]),
  )
}

export function dunningList(db: ReadDb, input: { asOf: Day | null }): DunningRow[] {
  const asOf = input.asOf ?? bookToday(db, db.now)
  const rows = dunningRows(db, lateOrders(db, { asOf }), asOf)
  if (rows.length === 0) return []
  const sums = openSums(db, { asOf, customerId: null, channel: '', currency: '' })
  const unapplied = new Map(sums.map((sum) => [`${sum.customerId} ${sum.currency}`, -sum.unappliedMinor]))
  return rows.map((row) => ({
    ...row,
    unapplied: minorToDecimal(unapplied.get(`${row.customerId} ${row.currency}`) ?? 0, row.currency),
  }))
}

type LateCustomer = Omit<DunningRow, 'unapplied'>

export function dunningRows(db: ReadDb, orders: readonly LateOrder[], asOf: Day): LateCustomer[] {
  const setting = salesSetting(db, 'dunning')
  const customers = [...new Set(orders.map(({ customerId }) => customerId))]
  const letters = lastLetters(db, customers)
  const names = partyNames(db, customers)
  const languages = languagesOf(db, customers)
  const groups = Map.groupBy(orders, ({ customerId, currency }) => `${customerId} ${currency}`)
  return [...groups].flatMap(([key, own]): LateCustomer[] => {
    const [first] = own
    if (!first) return []
    const { customerId, currency } = first
    const asked = own.filter(({ pausedBy }) => pausedBy === '')
    const last = stillMeant(letters.get(key), own)
    const oldestOn = asked[0]?.dueOn ?? first.dueOn
    const named = names.get(customerId) ?? { name: '', nameZh: '' }
    const steps = setting.steps.map(({ afterDays }) => afterDays)
    const next = asked.length === 0 ? noStep : nextStep({ steps, gapDays: setting.gapDays, oldestOn, last, asOf })
    return [
      {
        ...{ customerId, currency, customer: named.name, customerZh: named.nameZh },
        language: languages.get(customerId) ?? 'en',
        overdue: minorToDecimal(
          asked.reduce((sum, { openMinor }) => sum + openMinor, 0),
          currency,
        ),
        ...{ oldestOn, daysOverdue: daysBetween(oldestOn, asOf), ...next },
        ...{ lastStep: last?.step ?? 0, lastOn: last?.on ?? null },
        draftId: last !== null && last.sentOn === null ? last.id : null,
        items: own.map((order) => itemOf(order, asOf)),
      },
    ]
  })
}

const noStep = { step: null, nextOn: null }

/** Once everything that a letter asked for is paid, the next begins anew. */
function stillMeant(last: LastLetter | undefined, orders: readonly LateOrder[]): LastLetter | null {
  return last && orders.some(({ orderId }) => last.orders.includes(orderId)) ? last : null
}

function itemOf({ openMinor, currency, customerId: _, ...order }: LateOrder, asOf: Day): DunningItem {
  return { ...order, daysOverdue: daysBetween(order.dueOn, asOf), open: minorToDecimal(openMinor, currency) }
}

/** The language of a customer's papers: Chinese where the record says so, else English. */
export function languagesOf(db: ReadDb, ids: readonly Id[]): Map<Id, 'en' | 'zh-CN'> {
  const rows = db.raw(
    'SELECT id, language FROM parties WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  ) as [Id, string][]
  return new Map(rows.map(([id, language]) => [id, language.startsWith('zh') ? 'zh-CN' : 'en']))
}
