// What orders earned, part by part.
import type { ReadDb } from '#main/db/database.ts'
import {
  type Both,
  marginOf,
  orderProfit,
  type PartFigure,
  type ProfitEntry,
  type ProfitFigures,
  type RevenueEntry,
} from '#main/domain/sales/order-profit.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { enteredCosts } from '#main/services/sales/entered-costs.ts'
import { expectedCosts } from '#main/services/sales/expected-costs.ts'
import { goodsCosts, partsOfProducts } from '#main/services/sales/goods-costs.ts'
import { fromOwn, type ProfitOrder, profitOrders } from '#main/services/sales/profit-orders.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import type { OrderProfit, ProfitLine } from '#shared/schemas/sales-figures.ts'

export type OrderFigures = { order: ProfitOrder; figures: ProfitFigures }

/**
 * Orders with what they earned. What is looked up of products, rates and settings is looked up once for all calls: it serves one
 * request and is then thrown away.
 */
export function profiter(db: ReadDb): (ids: readonly Id[]) => OrderFigures[] {
  const partsOf = partsOfProducts(db)
  const goodsCoster = goodsCosts(db, partsOf)
  const expectedOf = expectedCosts(db, partsOf)
  return (ids) => {
    const orders = profitOrders(db, ids)
    const goodsOf = goodsCoster(orders)
    const enteredOf = enteredCosts(db, orders)
    return orders.map((order) => {
      const goods = goodsOf(order)
      const costs = [...goods, ...enteredOf(order), ...expectedOf(order, knownBase(goods))]
      return { order, figures: orderProfit(revenueOf(order), costs) }
    })
  }
}

function knownBase(entries: readonly Both[]): number | null {
  return entries.reduce<number | null>((sum, { base }) => (sum === null || base === null ? null : sum + base), 0)
}

/** Without tax. A cancelled order earned nothing. */
function revenueOf(order: ProfitOrder): RevenueEntry[] {
  if (order.isCancelled) return []
  return [
    revenueEntry(order, 'goods', { own: order.goodsMinor, base: order.goodsBaseMinor }),
    ...(order.freightMinor === 0 ? [] : [revenueEntry(order, 'freight', fromOwn(order, order.freightMinor))]),
    ...(order.otherMinor === 0 ? [] : [revenueEntry(order, 'other', fromOwn(order, order.otherMinor))]),
    ...order.credits.map((credit) => refundEntry(order, credit)),
  ]
}

function revenueEntry(order: ProfitOrder, part: 'goods' | 'freight' | 'other', money: Both): RevenueEntry {
  const record = { kind: 'order', id: order.id } as const
  return { part, rank: 'real', source: part === 'goods' ? 'lines' : 'charged', label: order.number, record, ...money }
}

/** What a credit takes back: goods, freight and the rest, at the credit's own rate. */
function refundEntry(order: ProfitOrder, credit: ProfitOrder): RevenueEntry {
  const beside = fromOwn(credit, credit.freightMinor + credit.otherMinor)
  const base = credit.goodsBaseMinor === null || beside.base === null ? null : credit.goodsBaseMinor + beside.base
  const ownMinor = credit.goodsMinor + credit.freightMinor + credit.otherMinor
  const own = credit.currency === order.currency ? ownMinor : base === null ? null : order.toOwn(base)
  const record = { kind: 'order', id: credit.id } as const
  return { part: 'refunds', rank: 'real', source: 'credit', label: credit.number, record, own, base }
}

/** One order's profit, or `orders/not-found`. */
export function profitOfOrder(db: ReadDb, id: Id): OrderProfit {
  const [found] = profiter(db)([id])
  if (!found) throw new AppError('orders/not-found')
  const { order, figures } = found
  const base = baseCurrency(db)
  const text = ({ own, base: baseMinor }: Both) => ({
    amount: minorText(own, order.currency),
    base: minorText(baseMinor, base),
  })
  const lineOf = <Part extends string>(figure: PartFigure<Part, ProfitEntry<Part>>): ProfitLine<Part> => ({
    part: figure.part,
    state: figure.state,
    ...text(figure),
    sources: figure.entries.map(({ source, rank, label, record, ...money }) => ({
      ...{ source, isEstimate: rank !== 'real', label, record, ...text(money) },
    })),
  })
  return {
    ...{ orderId: id, currency: order.currency, baseCurrency: base, rate: order.rate },
    revenue: figures.revenue.map((figure) => lineOf(figure)),
    costs: figures.costs.map((figure) => lineOf(figure)),
    revenueTotal: text(figures.revenueTotal),
    costTotal: text(figures.costTotal),
    profit: text(figures.profit),
    marginPercent: marginOf(figures),
    isEstimate: figures.isEstimate,
    unknown: figures.unknown,
  }
}
