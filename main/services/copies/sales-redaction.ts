// What a redacted copy holds of selling: what was sold, to which country and for how much stays; who bought it goes with personal
// data, what it cost beside its price with costs.
import { allOut, plain, type TableRedaction } from '#main/services/copies/redaction-rule.ts'

export const salesRedaction: Readonly<Record<string, TableRedaction>> = {
  sales_orders: {
    columns: {
      ...plain(
        'id number channel customer_id ordered_on required_on shipped_on status currency rate rate_on',
        'carrier_id freight_minor is_history purpose archived deleted line_count total_minor base_total_minor',
        'document credits_id credit_reason serves_id external_status confirmed_on delivered_on closed_on shipping_service',
        'warehouse_id fulfilled_by collected_by tax_by tax_included freight_tax_minor other_minor',
        'deposit_ppm due_from due_days card_country flags_cleared_on tax_minor gross_minor gross_base_minor paid_minor',
        'open_minor due_on owed_on payment_state shipping_state',
      ),
      // By it the seller's accountant finds the payout; who bought it, only the marketplace can tell.
      external_id: 'plain',
      customer_reference: 'person',
      ship_to_name: 'person',
      ship_to_street: 'person',
      ship_to_city: 'person',
      ship_to_region: 'person',
      ship_to_postal_code: 'person',
      ship_to_phone: 'person',
      // Taxes depend on it, and it tells of nobody.
      ship_to_country: 'plain',
      hold_reason: 'text',
      cancel_reason: 'text',
      packing_note: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  order_lines: {
    columns: {
      ...plain(
        'id order_id position external_id external_sku product_id qty_milli price_micros discount_ppm discount_minor',
        'total_minor base_minor tax_ppm tax_minor promised_on cancelled_milli credits_line_id goods_back deleted sold_on due_on',
        'shipped_milli returned_milli open_milli',
      ),
      // An engraving, a wish: what was sold stands at the product.
      description: 'text',
      cost_base_minor: 'cost',
    },
  },
  dispatches: {
    columns: {
      ...plain('id order_id document_id dispatched_on carrier_id shipment_id status deleted'),
      tracking_number: 'person',
      reference: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  dispatch_lines: {
    columns: {
      ...plain('id dispatch_id line_id qty_milli deleted'),
    },
  },
  channels: {
    columns: {
      ...plain(
        'id code kind country currency warehouse_id prices_with_tax collects_money collects_tax archived deleted',
      ),
      name: 'plain',
      fee_ppm: 'cost',
      payment_fee_ppm: 'cost',
      order_fee_minor: 'cost',
      note: 'text',
    },
  },
  channel_skus: {
    columns: {
      ...plain('id channel external_sku product_id factor_milli reserve_milli title deleted'),
      note: 'text',
    },
  },
  settlements: {
    rowsOut: { costs: 'all' },
    columns: {
      ...plain(
        'id channel external_id starts_on ends_on deposited_on currency total_minor payment_id archived deleted',
      ),
      note: 'text',
    },
  },
  settlement_lines: {
    rowsOut: { costs: 'all' },
    columns: {
      ...plain(
        'id settlement_id position transaction_type amount_type kind external_order_id external_line_id external_sku',
        'qty_milli posted_on amount_minor order_id line_id product_id deleted',
      ),
      description: 'text',
    },
  },
  sales_costs: {
    rowsOut: { costs: 'all' },
    columns: {
      ...plain(
        'id order_id channel product_id kind incurred_on amount_minor currency rate rate_on base_minor is_estimate',
        'settlement_line_id party_id charge_id archived deleted',
      ),
      reference: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  // Who is late with what is nobody else's business.
  dunning_letters: {
    partyColumn: 'party_id',
    rowsOut: { personal: 'all' },
    columns: {
      ...plain('id number party_id step as_of sent_on pay_by language currency open_minor fee_minor archived deleted'),
      note: 'text',
      salt: 'salt',
    },
  },
  dunning_items: {
    rowsOut: { personal: 'all' },
    columns: {
      ...plain('id letter_id order_id due_on open_minor deleted'),
    },
  },
  // Proof and words of people.
  consents: allOut('proof', 'note'),
  messages: allOut('subject', 'text'),
  distinct_parties: allOut(),
  sales_settings: allOut('value'),
}
