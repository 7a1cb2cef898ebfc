// What alerts there must be, worked out anew from the rows of the tables in plain TypeScript: nothing of the rules' SQL, of
// their indexes or of the program's rate finder is used.
import type { ReadDb } from '#main/db/database.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { AlertRuleId } from '#shared/schemas/alerts.ts'

export type Expected = { rule: AlertRuleId; kind: string; id: number | null; detail: string; cause: string }
type Row = Record<string, string | number | null>
export type Days = Readonly<Partial<Record<AlertRuleId, number>>>

/** `days` are the thresholds that hold now. */
export function expectedAlerts(db: ReadDb, today: Day, days: Days): Expected[] {
  const rows = (table: string) => db.all<Row>(`SELECT * FROM ${table}`)
  const tables = {
    orders: rows('sales_orders').filter((row) => row.deleted === 0),
    lines: rows('order_lines').filter((row) => row.deleted === 0),
    products: rows('products').filter((row) => row.deleted === 0),
    parties: rows('parties'),
    rates: rows('rates').filter((row) => row.deleted === 0),
    files: rows('record_attachments').filter((row) => row.deleted === 0),
    movements: rows('stock_movements'),
    banks: rows('bank_accounts').filter((row) => row.deleted === 0 && row.archived === 0 && row.party_id === null),
    company: rows('books')[0] ?? {},
  }
  const question = { ...tables, today, days }
  return [
    ...orderAlerts(question),
    ...owedAlerts(question),
    ...productAlerts(question),
    ...rateAlerts(question),
    ...fileAlerts(question),
    ...stockAlerts(question),
    ...companyAlerts(question),
  ]
}

type Question = Record<
  'orders' | 'lines' | 'products' | 'parties' | 'rates' | 'files' | 'movements' | 'banks',
  Row[]
> & { company: Row; today: Day; days: Days }

const of = (rule: AlertRuleId, kind: string, id: Row[string] | undefined, cause: unknown, detail = ''): Expected => ({
  rule,
  kind,
  id: (id as number | null | undefined) ?? null,
  detail,
  cause: String(cause),
})

const ahead = (today: Day, day: Row[string] | undefined) => daysBetween(today, day as Day)
const gone = ['shipped', 'delivered', 'closed', 'cancelled']

function orderAlerts({ orders, today, days }: Question): Expected[] {
  return orders
    .filter((order) => order.archived === 0)
    .flatMap((order) => {
      const found: Expected[] = []
      const waits = order.required_on && !order.shipped_on && !gone.includes(String(order.status))
      if (waits && ahead(today, order.required_on) < 0)
        found.push(of('orders/late', 'order', order.id, order.required_on))
      if (
        waits &&
        ahead(today, order.required_on) >= 0 &&
        ahead(today, order.required_on) <= (days['orders/due-soon'] ?? 0)
      )
        found.push(of('orders/due-soon', 'order', order.id, order.required_on))
      if (order.rate === null && order.status !== 'cancelled')
        found.push(of('orders/no-rate', 'order', order.id, `${order.currency} ${order.ordered_on}`))
      if (order.status === 'draft' && -ahead(today, order.ordered_on) >= (days['orders/draft-old'] ?? 0))
        found.push(of('orders/draft-old', 'order', order.id, order.ordered_on))
      return found
    })
}

const digits: Readonly<Record<string, number>> = { USD: 2, EUR: 2, JPY: 0 }

/** Nobody has terms or pays here: all of an order is owed from its day on, until it is cancelled. */
function owedAlerts({ orders, lines, today, days }: Question): Expected[] {
  return orders.flatMap((order) => {
    const own = lines.filter((line) => line.order_id === order.id)
    const amount = own.reduce(
      (sum, line) => sum + (Number(line.qty_milli) / 1000) * (Number(line.price_micros) / 1e6),
      0,
    )
    const minor = Math.round(amount * 10 ** (digits[String(order.currency)] ?? Number.NaN))
    const isOwed = minor > 0 && !['draft', 'cancelled'].includes(String(order.status))
    if (!isOwed || -ahead(today, order.ordered_on) < (days['receivables/overdue'] ?? 0)) return []
    return [of('receivables/overdue', 'order', order.id, `${order.ordered_on} ${minor}`)]
  })
}

const sells = (order: Row | undefined) => order && !['draft', 'cancelled'].includes(String(order.status))

function productAlerts({ products, lines, orders, parties, company, today, days }: Question): Expected[] {
  const orderOf = (line: Row) => orders.find((order) => order.id === line.order_id)
  const countryOf = (order: Row) =>
    order.ship_to_country || parties.find((party) => party.id === order.customer_id)?.country || ''
  return products
    .filter((product) => product.archived === 0 && product.kind !== 'family')
    .flatMap((product) => {
      const sales = lines.filter((line) => line.product_id === product.id && sells(orderOf(line))).map(orderOf)
      const found: Expected[] = []
      if (product.cost_micros === null && product.status !== 'discontinued')
        found.push(of('products/no-cost', 'product', product.id, sales.length > 0 ? 'sold' : 'unsold'))
      const lacking = [product.hs_code === '' ? 'hs' : '', product.origin_country === '' ? 'origin' : '']
        .join(' ')
        .trim()
      const isAbroad = sales.some((order) => {
        const country = order && countryOf(order)
        return (
          order &&
          -ahead(today, order.ordered_on) < (days['products/no-customs-data'] ?? 0) &&
          country !== '' &&
          country !== company.country
        )
      })
      if (lacking !== '' && company.country !== '' && isAbroad)
        found.push(of('products/no-customs-data', 'product', product.id, lacking))
      return found
    })
}

function rateAlerts({ orders, products, rates, company, today, days }: Question): Expected[] {
  const base = String(company.base_currency)
  const codes = (rows: Row[], ...columns: string[]) =>
    rows
      .flatMap((row) => columns.map((column) => row[column]))
      .filter((code): code is string => typeof code === 'string')
  const ofProducts = codes(products, 'price_currency', 'cost_currency')
  const ofUsed = codes(
    products.filter((product) => product.archived === 0),
    'price_currency',
    'cost_currency',
  )
  const waiting = codes(
    orders.filter((order) => order.rate === null),
    'currency',
  )
  const ofLately = codes(
    orders.filter((order) => -ahead(today, order.ordered_on) <= 90),
    'currency',
  )
  const missing = [...new Set([...ofProducts, ...waiting])]
    .filter((code) => code !== base && (waiting.includes(code) || lastRate(rates, code, base, '9999-12-31') === null))
    .map((code) => of('rates/missing', '', null, lastRate(rates, code, base, '9999-12-31') ?? '', code))
  const stale = [...new Set([...ofUsed, ...ofLately])].flatMap((code) => {
    const last = code === base ? null : lastRate(rates, code, base, today)
    if (last === null || -ahead(today, last) <= (days['rates/stale'] ?? 0)) return []
    return [of('rates/stale', '', null, last, code)]
  })
  return [...missing, ...stale]
}

/** The day of the newest way from one currency to another, straight or through a third one. */
function lastRate(rates: Row[], from: string, to: string, until: string): string | null {
  const straight = (one: string, other: string) =>
    rates
      .filter(
        (rate) =>
          String(rate.rate_on) <= until &&
          ((rate.from_currency === one && rate.to_currency === other) ||
            (rate.from_currency === other && rate.to_currency === one)),
      )
      .map((rate) => String(rate.rate_on))
      .sort()
      .at(-1)
  const thirds = new Set(rates.flatMap((rate) => [String(rate.from_currency), String(rate.to_currency)]))
  const crossed = [...thirds].flatMap((third) => {
    const legs = [straight(from, third), straight(third, to)].filter((day) => day !== undefined)
    return legs.length === 2 ? [legs.sort()[0] ?? ''] : []
  })
  return (
    [straight(from, to), ...crossed]
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) ?? null
  )
}

function fileAlerts({ files, orders, products, parties, today, days }: Question): Expected[] {
  const isInUse = (file: Row) => {
    const among = { order: orders, product: products, party: parties }[String(file.record_kind)]
    return among === undefined || among.some((row) => row.id === file.record_id && row.archived === 0)
  }
  return files
    .filter((file) => file.expires_on && isInUse(file))
    .flatMap((file) => {
      const left = ahead(today, file.expires_on)
      const alert = (rule: AlertRuleId) =>
        of(rule, String(file.record_kind), file.record_id, file.expires_on, String(file.id))
      if (left < 0) return [alert('attachments/expired')]
      return left <= (days['attachments/expiring'] ?? 0) ? [alert('attachments/expiring')] : []
    })
}

function stockAlerts({ movements, products }: Question): Expected[] {
  return products.flatMap((product) => {
    const onHand = movements
      .filter((movement) => movement.product_id === product.id)
      .reduce((sum, movement) => sum + Number(movement.qty_milli), 0)
    return onHand < 0 ? [of('stock/negative', 'product', product.id, onHand, '1')] : []
  })
}

function companyAlerts({ orders, banks, company }: Question): Expected[] {
  if (orders.length === 0) return []
  const has = (...columns: string[]) => columns.every((column) => String(company[column] ?? '').trim() !== '')
  const parts = { name: has('company_name'), address: has('street', 'city', 'country'), bank: banks.length > 0 }
  return Object.entries(parts)
    .filter(([, isThere]) => !isThere)
    .map(([part]) => of('company/incomplete', 'company', 1, 'missing', part))
}
