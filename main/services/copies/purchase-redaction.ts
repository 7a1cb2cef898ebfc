// What a redacted copy holds of buying: nothing once costs or suppliers are left out, and no running text whatever was chosen.
import { allOut, plain, type TableRedaction } from '#main/services/copies/redaction-rule.ts'

/** Whoever sees what was bought from whom sees what it cost. */
const buying = { costs: 'all', suppliers: 'all' } as const

export const purchaseRedaction: Readonly<Record<string, TableRedaction>> = {
  party_tags: {
    partyColumn: 'party_id',
    rowsOut: { personal: 'customers', suppliers: 'suppliers' },
    columns: {
      ...plain('id party_id deleted'),
      tag: 'text',
    },
  },
  supply_status_changes: {
    rowsOut: buying,
    columns: {
      ...plain('id party_id status changed_on person_id'),
      reason: 'text',
      salt: 'salt',
    },
  },
  certificates: {
    rowsOut: buying,
    columns: {
      ...plain('id party_id kind issuer issued_on expires_on archived deleted'),
      title: 'text',
      number: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  admission_items: {
    rowsOut: buying,
    columns: {
      ...plain('id party_id position item state signed_on person_id deleted'),
      title: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  supply_settings: allOut('value'),
  offers: {
    rowsOut: buying,
    columns: {
      ...plain(
        'id supplier_id product_id currency vat_included vat_ppm incoterm place min_order_milli',
        'carton_milli lead_time_days valid_from valid_to answer_id source archived deleted',
      ),
      supplier_code: 'text',
      supplier_name: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  offer_prices: {
    rowsOut: buying,
    columns: {
      ...plain('id offer_id from_milli price_micros deleted'),
    },
  },
  quote_requests: {
    rowsOut: buying,
    columns: {
      ...plain('id number requested_on answer_by needed_on incoterm place status archived deleted'),
      title: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  quote_request_lines: {
    rowsOut: buying,
    columns: {
      ...plain('id request_id position product_id qty_milli sales_line_id deleted'),
      description: 'text',
    },
  },
  quote_answers: {
    rowsOut: buying,
    columns: {
      ...plain(
        'id request_id supplier_id sent_at answered_at state currency rate rate_on incoterm place',
        'freight_minor other_minor duty_ppm vat_included vat_ppm deposit_ppm due_from due_days',
        'lead_time_days valid_to deleted',
      ),
      reference: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  quote_answer_lines: {
    rowsOut: buying,
    columns: {
      ...plain('id answer_id line_id price_micros min_order_milli carton_milli lead_time_days deleted'),
      supplier_code: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  purchase_orders: {
    rowsOut: buying,
    columns: {
      ...plain(
        'id number channel external_id supplier_id warehouse_id ordered_on promised_on status sent_on',
        'confirmed_on closed_on currency rate rate_on vat_included vat_ppm vat_recoverable freight_minor',
        'tax_minor incoterm place mode country deposit_ppm due_from due_days under_ppm over_ppm',
        'answer_id is_history has_receipt_days has_quantities has_rejects archived deleted line_count total_minor base_total_minor',
        'next_on owed_on unsettled',
      ),
      cancel_reason: 'text',
      reference: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  purchase_lines: {
    rowsOut: buying,
    columns: {
      ...plain(
        'id order_id position external_id product_id qty_milli price_micros discount_ppm promised_on',
        'total_minor base_minor net_base_minor sales_line_id let_go_milli freight_minor freight_word weight_grams',
        'weight_word insurance_minor deleted bought_on due_on received_milli rejected_milli',
        'last_received_on open_milli',
      ),
      supplier_code: 'text',
      description: 'text',
      told_with: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  purchase_receipts: {
    rowsOut: buying,
    columns: {
      ...plain('id order_id document_id issue_id shipment_id received_on status deleted'),
      reference: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  purchase_receipt_lines: {
    rowsOut: buying,
    columns: {
      ...plain('id receipt_id line_id qty_milli rejected_milli remedy movement_id deleted'),
      defect: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  milestones: {
    rowsOut: buying,
    columns: {
      ...plain('id order_id position kind planned_on actual_on deleted'),
      title: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  inspections: {
    rowsOut: buying,
    columns: {
      ...plain(
        'id order_id line_id receipt_id kind inspected_on lot_milli level aql_critical aql_major',
        'aql_minor sample_size result archived deleted',
      ),
      inspector: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  inspection_findings: {
    rowsOut: buying,
    columns: {
      ...plain('id inspection_id position severity pieces deleted'),
      defect: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  claims: {
    rowsOut: buying,
    columns: {
      ...plain(
        'id number party_id order_id receipt_id kind opened_on closed_on status currency claimed_minor',
        'settled_minor shipment_id archived deleted',
      ),
      text: 'text',
      salt: 'salt',
    },
  },
  // What customers paid says how far what was sold is paid: it stays, like the orders.
  payments: {
    rowsOut: { costs: 'buying', suppliers: 'buying' },
    buyingRows: `id IN (SELECT payment_id FROM payment_shares WHERE purchase_order_id IS NOT NULL)
      OR (id NOT IN (SELECT payment_id FROM payment_shares) AND party_id NOT IN (SELECT id FROM parties WHERE is_customer = 1))`,
    columns: {
      ...plain(
        'id number direction party_id paid_on amount_minor currency rate rate_on base_minor',
        'method reverses_id',
      ),
      fee_minor: 'cost',
      reference: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  payment_shares: {
    rowsOut: { costs: 'buying', suppliers: 'buying' },
    buyingRows: 'purchase_order_id IS NOT NULL',
    columns: {
      ...plain('id payment_id purchase_order_id sales_order_id purpose order_minor currency payment_minor reverses_id'),
    },
  },
  supplier_judgements: {
    rowsOut: buying,
    columns: {
      ...plain('id party_id dimension score judged_on person_id deleted'),
      note: 'text',
      salt: 'salt',
    },
  },
  score_runs: {
    rowsOut: buying,
    columns: {
      ...plain('id made_on from_on to_on as_of person_id'),
      parameters: 'text',
      note: 'text',
    },
  },
  score_run_items: {
    rowsOut: buying,
    columns: {
      ...plain('id run_id party_id score own_score rank grade previous_grade cases coverage'),
      figures: 'text',
    },
  },
  grade_exceptions: {
    rowsOut: buying,
    columns: {
      ...plain('id party_id given_on until_on person_id deleted'),
      reason: 'text',
      salt: 'salt',
    },
  },
  supplier_decisions: {
    rowsOut: buying,
    columns: {
      ...plain('id party_id run_id proposed decided decided_on person_id archived deleted'),
      note: 'text',
      salt: 'salt',
    },
  },
}
