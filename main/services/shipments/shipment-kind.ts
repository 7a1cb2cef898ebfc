// Shipments as a kind of record.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const shipmentKind: RecordKindRule = {
  table: 'shipments',
  children: [
    { table: 'shipment_lines', owner: 'shipment_id' },
    { table: 'parcels', owner: 'shipment_id' },
    { table: 'shipment_legs', owner: 'shipment_id' },
    { table: 'customs_entries', owner: 'shipment_id' },
    { table: 'shipment_charges', owner: 'shipment_id' },
    { table: 'shipment_events', owner: 'shipment_id' },
  ],
  titleSelect: `SELECT r.id, r.number AS code, coalesce(c.name, nullif(r.ship_to_name, ''), '') AS name,
    coalesce(c.name_zh, '') AS nameZh, r.archived, r.deleted, '' AS role
    FROM shipments r LEFT JOIN parties c ON c.id = r.party_id`,
  // How far it has come, and what was heard and paid, is no part of what its form says.
  besideForm: {
    tables: ['shipment_events', 'shipment_charges', 'customs_entries'],
    columns: [
      ...['status', 'packed_on', 'sent_on', 'decide_by', 'decision', 'decided_on', 'decision_note', 'archived'],
      ...['channel', 'external_id', 'has_delivery_days', 'is_history'],
    ],
  },
  search: {
    values: [
      { sql: 'r.number', is: 'code', field: 'number' },
      { sql: 'r.external_id', is: 'code', field: 'externalId' },
      { sql: 'r.reference', is: 'code', field: 'reference' },
      // Not its own name: who looks for the customer means the customer first.
      { sql: 'party.name', is: 'word', field: 'supplierOrCustomer' },
      { sql: 'party.name_zh', is: 'word', field: 'supplierOrCustomer' },
      { sql: 'r.ship_to_name', is: 'word', field: 'recipient' },
      { sql: 'r.ship_to_city', is: 'word', field: 'city' },
    ],
    join: 'LEFT JOIN parties party ON party.id = r.party_id',
    borrowed: [{ table: 'parties', borrowers: 'SELECT id FROM shipments WHERE party_id = ?' }],
    children: [
      { table: 'parcels', owner: 'shipment_id', values: [{ sql: 'c.tracking_number', is: 'code', field: 'tracking' }] },
      {
        table: 'shipment_legs',
        owner: 'shipment_id',
        values: [
          { sql: 'c.container_number', is: 'code', field: 'container' },
          { sql: 'c.bl_number', is: 'code', field: 'billOfLading' },
        ],
      },
    ],
    detail: "coalesce(r.sent_on, r.booked_on, '')",
  },
}
