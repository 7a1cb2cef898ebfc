// Names for the columns of costs of selling and of what channels paid out.
import type { TextKey } from '#shared/i18n/translate.ts'

export const salesLabels: Readonly<Record<string, Readonly<Record<string, TextKey>>>> = {
  sales_costs: {
    order_id: 'sales.costs.fields.order',
    channel: 'sales.costs.fields.channel',
    product_id: 'sales.costs.fields.product',
    kind: 'sales.costs.fields.kind',
    incurred_on: 'sales.costs.fields.on',
    amount_minor: 'sales.costs.fields.amount',
    currency: 'sales.costs.fields.currency',
    rate: 'sales.costs.fields.rate',
    rate_on: 'sales.costs.fields.rateOn',
    is_estimate: 'sales.costs.fields.isEstimate',
    settlement_line_id: 'sales.settlements.one',
    charge_id: 'charges.one',
    party_id: 'sales.costs.fields.party',
    reference: 'sales.costs.fields.reference',
    note: 'sales.costs.fields.note',
    archived: 'common.archived',
    deleted: 'sales.costs.one',
  },
  settlements: {
    channel: 'sales.settlements.fields.channel',
    external_id: 'sales.settlements.fields.externalId',
    starts_on: 'sales.settlements.fields.startsOn',
    ends_on: 'sales.settlements.fields.endsOn',
    deposited_on: 'sales.settlements.fields.depositedOn',
    currency: 'sales.settlements.fields.currency',
    payment_id: 'sales.settlements.fields.payment',
    note: 'sales.settlements.fields.note',
    archived: 'common.archived',
    deleted: 'sales.settlements.one',
  },
  settlement_lines: {
    settlement_id: 'sales.settlements.one',
    transaction_type: 'sales.settlements.line.type',
    amount_type: 'sales.settlements.line.type',
    description: 'sales.settlements.line.description',
    kind: 'sales.settlements.line.kind',
    external_order_id: 'sales.settlements.line.order',
    external_line_id: 'sales.settlements.line.line',
    external_sku: 'sales.settlements.line.sku',
    qty_milli: 'sales.settlements.line.quantity',
    posted_on: 'sales.settlements.line.postedOn',
    amount_minor: 'sales.settlements.line.amount',
    order_id: 'sales.settlements.line.order',
    line_id: 'sales.settlements.line.orderLine',
    product_id: 'sales.groups.product',
    deleted: 'sales.settlements.line.one',
  },
}

/** Where the words of fixed values stand. */
export const salesValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sales_costs: { kind: 'sales.kinds' },
  settlement_lines: { kind: 'sales.settlements.kinds' },
}
