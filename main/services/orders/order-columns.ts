// The one mapping between an order as it travels and its rows.
import type { Param } from '#main/db/database.ts'
import type { OrderLinesTable, SalesOrdersTable } from '#main/db/tables.ts'
import type { Day } from '#shared/dates.ts'
import {
  lineTotalMinor,
  microsFromDecimal,
  microsToDecimal,
  minorFromDecimal,
  minorText,
  minorToDecimal,
} from '#shared/money.ts'
import { percentToPpm, ppmToPercent } from '#shared/percent.ts'
import { toMilli } from '#shared/quantity.ts'
import type { Order, OrderInput, OrderLine, OrderPurpose, OrderStatus } from '#shared/schemas/orders.ts'

const milli = 1000

/** The plain columns of an order that the form holds; number and rate are settled by the command. */
export function orderColumns(order: OrderInput): Record<string, Param> {
  return {
    customer_id: order.customerId,
    ordered_on: order.orderedOn,
    required_on: order.requiredOn,
    shipped_on: order.shippedOn,
    status: order.status,
    purpose: order.purpose,
    currency: order.currency,
    carrier_id: order.carrierId,
    freight_minor: order.freight === null ? null : minorFromDecimal(order.freight, order.currency),
    ship_to_name: order.shipTo.name,
    ship_to_street: order.shipTo.street,
    ship_to_city: order.shipTo.city,
    ship_to_region: order.shipTo.region,
    ship_to_postal_code: order.shipTo.postalCode,
    ship_to_country: order.shipTo.country,
    note: order.note,
  }
}

/** An order's own columns as they travel; lines and names are added by the query. */
export function orderFromRow(row: SalesOrdersTable) {
  return {
    id: row.id,
    number: row.number,
    channel: row.channel,
    externalId: row.external_id,
    customerId: row.customer_id,
    orderedOn: row.ordered_on as Day,
    requiredOn: row.required_on as Day | null,
    shippedOn: row.shipped_on as Day | null,
    status: row.status as OrderStatus,
    purpose: row.purpose as OrderPurpose,
    currency: row.currency,
    rate: row.rate,
    rateOn: row.rate_on,
    carrierId: row.carrier_id,
    freight: minorText(row.freight_minor, row.currency),
    shipTo: shipToOf(row),
    note: row.note,
    archived: row.archived === 1,
    isHistory: row.is_history === 1,
    total: minorToDecimal(row.total_minor, row.currency),
  } satisfies Partial<Order>
}

function shipToOf(row: SalesOrdersTable): Order['shipTo'] {
  return {
    name: row.ship_to_name,
    street: row.ship_to_street,
    city: row.ship_to_city,
    region: row.ship_to_region,
    postalCode: row.ship_to_postal_code,
    country: row.ship_to_country,
  }
}

/** What a line is priced with, in the units it is kept in. */
export type PricedLine = Pick<
  OrderLinesTable,
  'product_id' | 'description' | 'qty_milli' | 'price_micros' | 'discount_ppm'
>

export function pricedLine(line: OrderInput['lines'][number]): PricedLine {
  return {
    product_id: line.productId,
    description: line.description,
    qty_milli: toMilli(line.quantity),
    price_micros: microsFromDecimal(line.unitPrice),
    discount_ppm: percentToPpm(line.discountPercent),
  }
}

/** The money that results from a line, in minor units of the order's currency. */
export function pricedTotal(line: PricedLine, currency: string): number {
  const { price_micros: priceMicros, qty_milli: qtyMilli, discount_ppm: discountPpm } = line
  return lineTotalMinor({ priceMicros, qtyMilli, discountPpm, currency })
}

export type LineRow = OrderLinesTable & {
  sku: string | null
  name: string | null
  nameZh: string | null
  unit: string | null
}

export function lineFromRow(row: LineRow, currency: string, baseCurrency: string): OrderLine {
  return {
    id: row.id,
    position: row.position,
    productId: row.product_id,
    sku: row.sku ?? '',
    name: row.name ?? '',
    nameZh: row.nameZh ?? '',
    unit: row.unit ?? '',
    description: row.description,
    quantity: row.qty_milli / milli,
    unitPrice: microsToDecimal(row.price_micros, currency),
    discountPercent: ppmToPercent(row.discount_ppm),
    total: minorToDecimal(row.total_minor, currency),
    baseTotal: minorText(row.base_minor, baseCurrency),
  }
}
