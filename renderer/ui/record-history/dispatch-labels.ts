// Names for the columns of what leaves for orders.
import type { TextKey } from '#shared/i18n/translate.ts'

export const dispatchLabels: Readonly<Record<string, Readonly<Record<string, TextKey>>>> = {
  dispatches: {
    order_id: 'dispatch.fields.order',
    shipment_id: 'shipments.one',
    document_id: 'dispatch.fields.document',
    dispatched_on: 'dispatch.fields.on',
    carrier_id: 'dispatch.fields.carrier',
    tracking_number: 'dispatch.fields.trackingNumber',
    reference: 'dispatch.fields.reference',
    status: 'dispatch.fields.status',
    note: 'dispatch.fields.note',
    deleted: 'dispatch.one',
  },
  dispatch_lines: {
    dispatch_id: 'dispatch.one',
    line_id: 'dispatch.fields.line',
    qty_milli: 'dispatch.fields.quantity',
    deleted: 'dispatch.line',
  },
}

/** Where the words of fixed values stand. */
export const dispatchValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dispatches: { status: 'dispatch.statuses' },
}
