// Services of carriers as a kind of record.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'

export const carrierServiceKind: RecordKindRule = {
  table: 'carrier_services',
  children: [
    { table: 'carrier_zones', owner: 'service_id' },
    { table: 'rate_tables', owner: 'service_id' },
    { table: 'carrier_zone_places', owner: 'zone_id', via: { table: 'carrier_zones', owner: 'service_id' } },
    { table: 'carrier_rates', owner: 'table_id', via: { table: 'rate_tables', owner: 'service_id' } },
    { table: 'carrier_surcharges', owner: 'table_id', via: { table: 'rate_tables', owner: 'service_id' } },
  ],
  // Zones and tables have forms of their own.
  besideForm: {
    tables: ['carrier_zones', 'rate_tables', 'carrier_zone_places', 'carrier_rates', 'carrier_surcharges'],
    columns: ['archived'],
  },
  titleSelect: `SELECT r.id, r.code, c.name || ' · ' || r.name AS name,
    coalesce(nullif(c.name_zh, ''), c.name) || ' · ' || r.name AS nameZh, r.archived, r.deleted, '' AS role
    FROM carrier_services r JOIN parties c ON c.id = r.carrier_id`,
  search: {
    values: [
      { sql: 'r.code', is: 'code', field: 'code' },
      { sql: 'r.name', is: 'word', field: 'name' },
      { sql: 'carrier.name', is: 'word', field: 'name' },
      { sql: 'carrier.name_zh', is: 'word', field: 'nameZh' },
    ],
    join: 'LEFT JOIN parties carrier ON carrier.id = r.carrier_id',
    borrowed: [{ table: 'parties', borrowers: 'SELECT id FROM carrier_services WHERE carrier_id = ?' }],
    detail: 'r.mode',
  },
}
