// Names for the columns of what carriers offer.
import type { TextKey } from '#shared/i18n/translate.ts'

export const carrierLabels: Readonly<Record<string, Readonly<Record<string, TextKey>>>> = {
  carrier_services: {
    carrier_id: 'carriers.fields.carrier',
    code: 'carriers.fields.code',
    name: 'carriers.fields.name',
    mode: 'carriers.fields.mode',
    weighs_by: 'carriers.fields.weighsBy',
    divisor: 'carriers.fields.divisor',
    round_up_grams: 'carriers.fields.roundUp',
    rounds_sides: 'carriers.fields.roundsSides',
    max_piece_grams: 'carriers.fields.maxPiece',
    max_side_mm: 'carriers.fields.maxSide',
    days_min: 'carriers.fields.daysMin',
    days_max: 'carriers.fields.daysMax',
    storage_days: 'carriers.fields.storageDays',
    note: 'carriers.fields.note',
    archived: 'common.archived',
    deleted: 'carriers.fields.name',
  },
  carrier_zones: {
    service_id: 'carriers.fields.name',
    name: 'carriers.zones.name',
    deleted: 'carriers.zones.name',
  },
  carrier_zone_places: {
    zone_id: 'carriers.zones.name',
    country: 'common.country',
    postal_prefix: 'carriers.quote.postalCode',
    deleted: 'carriers.zones.places',
  },
  rate_tables: {
    service_id: 'carriers.fields.name',
    name: 'carriers.tables.name',
    currency: 'carriers.fields.currency',
    valid_from: 'carriers.tables.validFrom',
    valid_to: 'carriers.tables.validTo',
    minimum_minor: 'carriers.tables.minimumLabel',
    note: 'carriers.fields.note',
    archived: 'common.archived',
    deleted: 'carriers.tables.title',
  },
  carrier_rates: {
    table_id: 'carriers.tables.title',
    zone_id: 'carriers.zones.name',
    over_grams: 'carriers.rates.overKg',
    up_to_grams: 'carriers.rates.upToKg',
    base_minor: 'carriers.quote.heads.price',
    step_grams: 'carriers.rates.stepKg',
    step_minor: 'carriers.rates.stepPrice',
    ton_minor: 'carriers.rates.perTon',
    minimum_tons_milli: 'carriers.rates.minimumTons',
    deleted: 'carriers.tables.rates',
  },
  carrier_surcharges: {
    table_id: 'carriers.tables.title',
    kind: 'carriers.surcharge.kind',
    name: 'carriers.surcharge.name',
    ppm: 'carriers.surcharge.percent',
    shipment_minor: 'carriers.surcharge.perShipment',
    piece_minor: 'carriers.surcharge.perPiece',
    kg_minor: 'carriers.surcharge.perKg',
    zone_id: 'carriers.surcharge.zone',
    on_request: 'carriers.surcharge.onRequest',
    valid_from: 'carriers.tables.validFrom',
    valid_to: 'carriers.tables.validTo',
    deleted: 'carriers.surcharge.title',
  },
}

/** Where the words of fixed values stand. */
export const carrierValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  carrier_services: { mode: 'shipments.modes', weighs_by: 'carriers.weighings' },
  carrier_surcharges: { kind: 'carriers.surcharges' },
}
