// The one mapping between a purchase order as it travels and its rows.
import type { Param } from '#main/db/database.ts'
import type { PurchaseLinesTable, PurchaseOrdersTable } from '#main/db/tables.ts'
import { atField } from '#shared/errors.ts'
import { lineTotalMinor, microsToDecimal, minorText, minorToDecimal, typedMicros, typedMinor } from '#shared/money.ts'
import { percentToPpm, ppmToPercent } from '#shared/percent.ts'
import { orderMoney } from '#shared/purchase-money.ts'
import { toMilli } from '#shared/quantity.ts'
import type {
  DueFrom,
  Purchase,
  PurchaseInput,
  PurchaseLine,
  PurchaseMode,
  PurchaseMoney,
  PurchaseStatus,
} from '#shared/schemas/purchases.ts'

const milli = 1000

/** The plain columns of an order that the form holds; number, rate and status are settled by the command. */
export function purchaseColumns(order: PurchaseInput): Record<string, Param> {
  return {
    supplier_id: order.supplierId,
    warehouse_id: order.warehouseId,
    ordered_on: order.orderedOn,
    promised_on: order.promisedOn,
    currency: order.currency,
    vat_included: order.vatIncluded ? 1 : 0,
    vat_ppm: percentToPpm(order.vatPercent),
    vat_recoverable: order.vatRecoverable ? 1 : 0,
    freight_minor: freightMinor(order),
    incoterm: order.incoterm,
    place: order.place,
    mode: order.mode,
    country: order.country,
    deposit_ppm: percentToPpm(order.depositPercent),
    due_from: order.dueFrom,
    due_days: order.dueDays,
    under_ppm: percentToPpm(order.underPercent),
    over_ppm: percentToPpm(order.overPercent),
    reference: order.reference,
    note: order.note,
  }
}

function freightMinor({ freight, currency }: PurchaseInput): number | null {
  return freight === null ? null : atField('freight', () => typedMinor(freight, currency))
}

/** An order's own columns as they travel; lines and names are added by the query. */
export function purchaseFromRow(row: PurchaseOrdersTable) {
  return {
    id: row.id,
    number: row.number,
    channel: row.channel,
    externalId: row.external_id,
    supplierId: row.supplier_id,
    warehouseId: row.warehouse_id,
    orderedOn: row.ordered_on as Purchase['orderedOn'],
    promisedOn: row.promised_on as Purchase['promisedOn'],
    status: row.status as PurchaseStatus,
    sentOn: row.sent_on,
    confirmedOn: row.confirmed_on,
    closedOn: row.closed_on,
    cancelReason: row.cancel_reason,
    currency: row.currency,
    rate: row.rate,
    rateOn: row.rate_on,
    vatIncluded: row.vat_included === 1,
    vatPercent: ppmToPercent(row.vat_ppm),
    vatRecoverable: row.vat_recoverable === 1,
    freight: minorText(row.freight_minor, row.currency),
    incoterm: row.incoterm,
    place: row.place,
    mode: row.mode as PurchaseMode,
    country: row.country,
    depositPercent: ppmToPercent(row.deposit_ppm),
    dueFrom: row.due_from as DueFrom,
    dueDays: row.due_days,
    underPercent: ppmToPercent(row.under_ppm),
    overPercent: ppmToPercent(row.over_ppm),
    reference: row.reference,
    note: row.note,
    archived: row.archived === 1,
    isHistory: row.is_history === 1,
    hasReceiptDays: row.has_receipt_days === 1,
    hasQuantities: row.has_quantities === 1,
    total: minorToDecimal(row.total_minor, row.currency),
    money: moneyOf(row),
    nextOn: row.next_on,
  } satisfies Partial<Purchase>
}

/** What the order comes to, by its stored total. */
function moneyOf(row: PurchaseOrdersTable): PurchaseMoney {
  const freightMinor = row.freight_minor ?? 0
  const money = orderMoney({
    goodsMinor: row.total_minor,
    freightMinor,
    vatIncluded: row.vat_included === 1,
    vatPpm: row.vat_ppm,
    taxMinor: row.tax_minor,
  })
  const text = (minor: number) => minorToDecimal(minor, row.currency)
  return {
    goods: text(row.total_minor),
    freight: text(freightMinor),
    net: text(money.netMinor),
    vat: text(money.vatMinor),
    gross: text(money.grossMinor),
  }
}

type LineColumns = Pick<
  PurchaseLinesTable,
  | 'product_id'
  | 'supplier_code'
  | 'description'
  | 'qty_milli'
  | 'price_micros'
  | 'discount_ppm'
  | 'promised_on'
  | 'sales_line_id'
  | 'note'
>

/** A line in the units it is kept in. */
export function lineColumns(line: PurchaseInput['lines'][number]): LineColumns {
  return {
    product_id: line.productId,
    supplier_code: line.supplierCode,
    description: line.description,
    qty_milli: toMilli(line.quantity),
    price_micros: typedMicros(line.unitPrice),
    discount_ppm: percentToPpm(line.discountPercent),
    promised_on: line.promisedOn,
    sales_line_id: line.salesLineId,
    note: line.note,
  }
}

/** The money that results from a line, in minor units of the order's currency. */
export function lineTotal(
  line: Pick<LineColumns, 'qty_milli' | 'price_micros' | 'discount_ppm'>,
  currency: string,
): number {
  const { price_micros: priceMicros, qty_milli: qtyMilli, discount_ppm: discountPpm } = line
  return lineTotalMinor({ priceMicros, qtyMilli, discountPpm, currency })
}

export type PurchaseLineRow = PurchaseLinesTable & {
  sku: string | null
  name: string | null
  nameZh: string | null
  unit: string | null
  tracking: string | null
  salesOrderId: number | null
  salesNumber: string | null
}

export function purchaseLineFromRow(row: PurchaseLineRow, currency: string, baseCurrency: string): PurchaseLine {
  return {
    id: row.id,
    position: row.position,
    productId: row.product_id,
    sku: row.sku ?? '',
    name: row.name ?? '',
    nameZh: row.nameZh ?? '',
    unit: row.unit ?? '',
    tracking: (row.tracking ?? 'none') as PurchaseLine['tracking'],
    supplierCode: row.supplier_code,
    description: row.description,
    quantity: row.qty_milli / milli,
    unitPrice: microsToDecimal(row.price_micros, currency),
    discountPercent: ppmToPercent(row.discount_ppm),
    total: minorToDecimal(row.total_minor, currency),
    baseTotal: minorText(row.base_minor, baseCurrency),
    promisedOn: row.promised_on,
    dueOn: row.due_on,
    note: row.note,
    salesLine:
      row.sales_line_id === null || row.salesOrderId === null
        ? null
        : { id: row.sales_line_id, orderId: row.salesOrderId, number: row.salesNumber ?? '' },
    received: row.received_milli / milli,
    rejected: row.rejected_milli / milli,
    letGo: row.let_go_milli / milli,
    open: row.open_milli / milli,
    lastReceivedOn: row.last_received_on,
  }
}
