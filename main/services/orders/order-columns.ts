// The one mapping between an order as it travels and its row. Lines have their own page beside this one.
import type { Param } from '#main/db/database.ts'
import type { SalesOrdersTable } from '#main/db/tables.ts'
import type { Day } from '#shared/dates.ts'
import { atField } from '#shared/errors.ts'
import { minorText, minorToDecimal, typedMinor } from '#shared/money.ts'
import { orderMoney } from '#shared/order-money.ts'
import { percentToPpm, ppmToPercent } from '#shared/percent.ts'
import type {
  CreditReason,
  Order,
  OrderDocumentKind,
  OrderInput,
  OrderPurpose,
  OrderSide,
  OrderStatus,
  OrderSums,
  PaymentState,
  SaleDueFrom,
  ShippingState,
  WrittenOrder,
} from '#shared/schemas/orders.ts'

/** The plain columns of an order that the form holds; number, rate, status and channel are settled by the command. */
export function orderColumns(order: OrderInput): Record<string, Param> {
  return {
    document: order.document,
    credits_id: order.creditsId,
    credit_reason: order.creditReason,
    customer_id: order.customerId,
    customer_reference: order.customerReference,
    ordered_on: order.orderedOn,
    required_on: order.requiredOn,
    purpose: order.purpose,
    serves_id: order.servesId,
    ...sideColumns(order),
    ...termColumns(order),
    currency: order.currency,
    carrier_id: order.carrierId,
    shipping_service: order.shippingService,
    ...chargeColumns(order),
    ship_to_name: order.shipTo.name,
    ship_to_street: order.shipTo.street,
    ship_to_city: order.shipTo.city,
    ship_to_region: order.shipTo.region,
    ship_to_postal_code: order.shipTo.postalCode,
    ship_to_country: order.shipTo.country,
    ship_to_phone: order.shipTo.phone,
    packing_note: order.packingNote,
    note: order.note,
  }
}

function sideColumns(order: OrderInput): Record<string, Param> {
  return {
    warehouse_id: order.warehouseId,
    fulfilled_by: order.fulfilledBy,
    collected_by: order.collectedBy,
    tax_by: order.taxBy,
    tax_included: order.taxIncluded ? 1 : 0,
  }
}

function termColumns(order: OrderInput): Record<string, Param> {
  return {
    deposit_ppm: percentToPpm(order.depositPercent),
    due_from: order.dueFrom,
    due_days: order.dueDays,
  }
}

function chargeColumns({ freight, freightTax, other, currency }: OrderInput): Record<string, Param> {
  return {
    freight_minor: freight === null ? null : atField('freight', () => typedMinor(freight, currency)),
    freight_tax_minor: atField('freightTax', () => typedMinor(freightTax, currency)),
    other_minor: atField('other', () => typedMinor(other, currency)),
  }
}

/** An order's own columns as they travel; lines, names and what is in base currency are added by the query. */
export function orderFromRow(row: SalesOrdersTable) {
  const text = (minor: number) => minorToDecimal(minor, row.currency)
  return {
    ...writtenFromRow(row),
    paid: text(row.paid_minor),
    open: text(row.open_minor),
    dueOn: row.due_on,
    owedOn: row.owed_on,
    paymentState: row.payment_state as PaymentState,
    shippingState: row.shipping_state as ShippingState,
  } satisfies Partial<Order>
}

/** The same without how far it has come. */
export function writtenFromRow(row: SalesOrdersTable) {
  return {
    id: row.id,
    number: row.number,
    document: row.document as OrderDocumentKind,
    creditsId: row.credits_id,
    creditReason: row.credit_reason as CreditReason,
    channel: row.channel,
    externalId: row.external_id,
    externalStatus: row.external_status,
    customerId: row.customer_id,
    customerReference: row.customer_reference,
    purpose: row.purpose as OrderPurpose,
    servesId: row.serves_id,
    currency: row.currency,
    rate: row.rate,
    rateOn: row.rate_on,
    carrierId: row.carrier_id,
    shippingService: row.shipping_service,
    shipTo: shipToOf(row),
    packingNote: row.packing_note,
    note: row.note,
    cardCountry: row.card_country,
    archived: row.archived === 1,
    isHistory: row.is_history === 1,
    ...daysOf(row),
    ...sidesOf(row),
    ...statesOf(row),
    ...amountsOf(row),
  } satisfies Partial<WrittenOrder>
}

function daysOf(row: SalesOrdersTable) {
  return {
    orderedOn: row.ordered_on as Day,
    requiredOn: row.required_on as Day | null,
    shippedOn: row.shipped_on as Day | null,
    confirmedOn: row.confirmed_on,
    deliveredOn: row.delivered_on,
    closedOn: row.closed_on,
    flagsClearedOn: row.flags_cleared_on,
  }
}

function sidesOf(row: SalesOrdersTable) {
  return {
    warehouseId: row.warehouse_id,
    fulfilledBy: row.fulfilled_by as OrderSide,
    collectedBy: row.collected_by as OrderSide,
    taxBy: row.tax_by as OrderSide,
    taxIncluded: row.tax_included === 1,
    depositPercent: ppmToPercent(row.deposit_ppm),
    dueFrom: row.due_from as SaleDueFrom,
    dueDays: row.due_days,
  }
}

function statesOf(row: SalesOrdersTable) {
  return {
    status: row.status as OrderStatus,
    holdReason: row.hold_reason,
    cancelReason: row.cancel_reason,
  }
}

function amountsOf(row: SalesOrdersTable) {
  const text = (minor: number) => minorToDecimal(minor, row.currency)
  return {
    freight: minorText(row.freight_minor, row.currency),
    freightTax: text(row.freight_tax_minor),
    other: text(row.other_minor),
    total: text(row.total_minor),
    money: sumsOf(row),
  }
}

function sumsOf(row: SalesOrdersTable): OrderSums {
  const text = (minor: number) => minorToDecimal(minor, row.currency)
  const { netMinor } = orderMoney(amountsOfRow(row))
  return {
    goods: text(row.total_minor),
    freight: text(row.freight_minor ?? 0),
    other: text(row.other_minor),
    net: text(netMinor),
    tax: text(row.tax_minor),
    gross: text(row.gross_minor),
  }
}

type AmountColumns = Pick<
  SalesOrdersTable,
  'total_minor' | 'tax_minor' | 'freight_minor' | 'freight_tax_minor' | 'other_minor' | 'tax_included' | 'tax_by'
>

/** The stored sums of an order as its money is worked out from; `tax_minor` is all of its tax, freight's among it. */
function amountsOfRow(row: AmountColumns): Parameters<typeof orderMoney>[0] {
  return {
    totalMinor: row.total_minor,
    lineTaxMinor: row.tax_minor - row.freight_tax_minor,
    freightMinor: row.freight_minor ?? 0,
    freightTaxMinor: row.freight_tax_minor,
    otherMinor: row.other_minor,
    taxIncluded: row.tax_included === 1,
    taxBy: row.tax_by as OrderSide,
  }
}

function shipToOf(row: SalesOrdersTable): Order['shipTo'] {
  return {
    name: row.ship_to_name,
    street: row.ship_to_street,
    city: row.ship_to_city,
    region: row.ship_to_region,
    postalCode: row.ship_to_postal_code,
    country: row.ship_to_country,
    phone: row.ship_to_phone,
  }
}
