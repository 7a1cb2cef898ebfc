// What is owed to suppliers by day and currency, what is overdue, and what suppliers hold of ours.
import type { ReadDb } from '#main/db/database.ts'
import type { DueAmount } from '#main/domain/payments/dues.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { type OrderBalance, orderBalances } from '#main/services/payments/order-dues.ts'
import { unsettledOrders } from '#main/services/payments/owed-days.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { addDays, type Day, daysBetween } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import type { Payables, PayablesInput, PayableTotal } from '#shared/schemas/payments.ts'

/** One open due of one order. */
export type OpenDue = Omit<DueAmount, 'paidMinor'> & { order: OrderBalance; openMinor: number }

const soonDays = 7

/** Open dues of all orders, the earliest first; what has no day stands last. Archived orders owe what they owe. */
export function openDues(balances: readonly OrderBalance[]): OpenDue[] {
  return balances
    .flatMap((order) =>
      order.dues.flatMap(({ paidMinor, ...due }) =>
        paidMinor < due.amountMinor ? [{ ...due, order, openMinor: due.amountMinor - paidMinor }] : [],
      ),
    )
    .sort((one, other) => compare(one.dueOn ?? '9999', other.dueOn ?? '9999') || one.order.id - other.order.id)
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

export function listPayables(db: ReadDb, input: PayablesInput): Payables {
  const asOf = input.asOf ?? bookToday(db, db.now)
  const base = baseCurrency(db)
  const suppliers = supplierNames(db)
  const balances = orderBalances(db, unsettledOrders(db)).filter(
    ({ supplierId, currency, number }) =>
      (input.supplierId === null || supplierId === input.supplierId) &&
      (input.currency === '' || currency === input.currency) &&
      matches(input.search, [number, ...Object.values(suppliers(supplierId))]),
  )
  const inBase = baseWorth(db, base, asOf)
  const all = openDues(balances).filter((due) => isAsked(due, input, asOf))
  const rows = all.slice(input.offset, input.offset + input.limit).map((due) => ({
    ...rowOf(due, asOf),
    ...suppliers(due.order.supplierId),
    openBase: minorText(inBase(due.openMinor, due.order.currency), base),
  }))
  return {
    asOf,
    baseCurrency: base,
    rows,
    total: all.length,
    ...totalsOf(sumsByCurrency(all, asOf), base, inBase),
    credits: [...creditsOf(balances), ...advances(db, input)].map(({ supplierId, minor, ...credit }) => ({
      ...credit,
      partyId: supplierId,
      ...partyWords(suppliers(supplierId)),
      amount: minorToDecimal(minor, credit.currency),
    })),
  }
}

function rowOf({ order, openMinor, amountMinor, ...due }: OpenDue, asOf: Day) {
  const { id: orderId, number: orderNumber, supplierId, currency } = order
  return {
    ...due,
    ...{ orderId, orderNumber, supplierId, currency },
    amount: minorToDecimal(amountMinor, currency),
    open: minorToDecimal(openMinor, currency),
    daysOverdue: due.dueOn === null ? 0 : Math.max(0, daysBetween(due.dueOn, asOf)),
  }
}

/** By currency, and in base currency what a rate is known for. */
function totalsOf(
  sums: readonly Sums[],
  base: string,
  inBase: ReturnType<typeof baseWorth>,
): Pick<Payables, 'totals' | 'base' | 'unconverted'> {
  const worth = sums.map(({ currency, openMinor, overdueMinor }) => ({
    currency,
    open: inBase(openMinor, currency),
    overdue: inBase(overdueMinor, currency),
  }))
  return {
    totals: sums.map((sum, at) => totalOf(sum, worth[at]?.open ?? null, base)),
    base: {
      open: minorToDecimal(addUp(worth.map(({ open }) => open)), base),
      overdue: minorToDecimal(addUp(worth.map(({ overdue }) => overdue)), base),
    },
    unconverted: worth.filter(({ open }) => open === null).map(({ currency }) => currency),
  }
}

function isAsked(due: OpenDue, { dueBy, isOverdueOnly, withExpected }: PayablesInput, asOf: Day): boolean {
  if (!withExpected && due.kind === 'expected') return false
  if (isOverdueOnly && (due.dueOn === null || due.dueOn >= asOf)) return false
  return dueBy === null || (due.dueOn !== null && due.dueOn <= dueBy)
}

function matches(search: string, texts: readonly string[]): boolean {
  const wanted = search.toLowerCase()
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted))
}

type Named = { supplier: string; supplierZh: string }

function supplierNames(db: ReadDb): (id: Id | null) => Named {
  const rows = db.raw(
    `SELECT id, name, name_zh FROM parties WHERE id IN (SELECT supplier_id FROM purchase_orders INDEXED BY purchase_orders_by_supplier
       UNION SELECT party_id FROM payments INDEXED BY payments_by_party WHERE party_id IS NOT NULL)`,
  ) as [Id, string, string][]
  const names = new Map(rows.map(([id, supplier, supplierZh]) => [id, { supplier, supplierZh }]))
  return (id) => (id === null ? undefined : names.get(id)) ?? { supplier: '', supplierZh: '' }
}

function partyWords({ supplier, supplierZh }: Named): { party: string; partyZh: string } {
  return { party: supplier, partyZh: supplierZh }
}

/** At the rate of the day; null where none is known. */
function baseWorth(db: ReadDb, base: string, on: Day): (minor: number, currency: string) => number | null {
  const find = rateFinder(db)
  return (minor, currency) => {
    const found = find(currency, base, on)
    return found.status === 'ok' ? minorConverter(currency, base, found.by)(minor) : null
  }
}

function addUp(parts: readonly (number | null)[]): number {
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
}

type Sums = { currency: string; openMinor: number; overdueMinor: number; soonMinor: number }

function sumsByCurrency(dues: readonly OpenDue[], asOf: Day): Sums[] {
  const soon = addDays(asOf, soonDays)
  const sums = new Map<string, Sums>()
  for (const { order, openMinor, dueOn } of dues) {
    const { currency } = order
    const sum = sums.get(currency) ?? { currency, openMinor: 0, overdueMinor: 0, soonMinor: 0 }
    sum.openMinor += openMinor
    if (dueOn !== null && dueOn < asOf) sum.overdueMinor += openMinor
    else if (dueOn !== null && dueOn <= soon) sum.soonMinor += openMinor
    sums.set(currency, sum)
  }
  return [...sums.values()].sort((one, other) => compare(one.currency, other.currency))
}

function totalOf({ currency, ...sum }: Sums, openBaseMinor: number | null, base: string): PayableTotal {
  return {
    currency,
    open: minorToDecimal(sum.openMinor, currency),
    overdue: minorToDecimal(sum.overdueMinor, currency),
    dueSoon: minorToDecimal(sum.soonMinor, currency),
    openBase: minorText(openBaseMinor, base),
  }
}

type Credit = { supplierId: Id | null; orderId: Id | null; orderNumber: string; currency: string; minor: number }

function creditsOf(balances: readonly OrderBalance[]): Credit[] {
  return balances.flatMap(({ id, number, supplierId, currency, overMinor }) =>
    overMinor > 0 ? [{ supplierId, orderId: id, orderNumber: number, currency, minor: overMinor }] : [],
  )
}

/** What was paid to a supplier and not yet for any order. */
function advances(db: ReadDb, { supplierId, currency }: PayablesInput): Credit[] {
  const rows = db.all<{ partyId: Id | null; currency: string; minor: number }>(
    `SELECT p.party_id AS partyId, p.currency, sum(iif(p.direction = 'out', 1, -1) * (p.amount_minor
       - coalesce((SELECT sum(s.payment_minor) FROM payment_shares s WHERE s.payment_id = p.id), 0))) AS minor
     FROM payments p GROUP BY p.party_id, p.currency HAVING minor > 0 ORDER BY p.party_id, p.currency`,
  )
  return rows
    .filter(
      (row) => (supplierId === null || row.partyId === supplierId) && (currency === '' || row.currency === currency),
    )
    .map((row) => ({
      supplierId: row.partyId,
      orderId: null,
      orderNumber: '',
      currency: row.currency,
      minor: row.minor,
    }))
}
