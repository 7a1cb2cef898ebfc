// The one mapping between a shipment as it travels and its row; what hangs on it has its own pages beside this one.
import type { Param } from '#main/db/database.ts'
import type { ShipmentsTable } from '#main/db/tables.ts'
import { atField } from '#shared/errors.ts'
import { minorText, minorToDecimal, typedMinor } from '#shared/money.ts'
import type { ShipmentKind, ShipmentStatus, TrackingState, TransportMode } from '#shared/schemas/shipment-words.ts'
import type { Decision, PlannedBy, Shipment, ShipmentFacts, ShipmentInput, ShipTo } from '#shared/schemas/shipments.ts'

/** The plain columns that the form holds; number, state and the planned day are settled by the command. */
export function shipmentColumns(shipment: ShipmentInput): Record<string, Param> {
  return {
    kind: shipment.kind,
    party_id: shipment.partyId,
    warehouse_id: shipment.warehouseId,
    to_warehouse_id: shipment.toWarehouseId,
    carrier_id: shipment.carrierId,
    service_id: shipment.serviceId,
    mode: shipment.mode,
    from_country: shipment.fromCountry,
    from_place: shipment.fromPlace,
    ...shipToColumns(shipment.shipTo),
    incoterm: shipment.incoterm,
    place: shipment.place,
    reference: shipment.reference,
    booked_on: shipment.bookedOn,
    told_grams: shipment.toldGrams,
    told_volume_cm3: shipment.toldVolumeCm3,
    chargeable_grams: shipment.chargeableGrams,
    ...insuredColumns(shipment.insured),
    insurer: shipment.insurer,
    policy_number: shipment.policyNumber,
    kept_until: shipment.keptUntil,
    follows_id: shipment.followsId,
    marks: shipment.marks,
    packing_note: shipment.packingNote,
    note: shipment.note,
  }
}

export function shipToColumns(shipTo: ShipTo): Record<string, Param> {
  return {
    ship_to_name: shipTo.name,
    ship_to_street: shipTo.street,
    ship_to_city: shipTo.city,
    ship_to_region: shipTo.region,
    ship_to_postal_code: shipTo.postalCode,
    ship_to_country: shipTo.country,
    ship_to_phone: shipTo.phone,
    ship_to_email: shipTo.email,
  }
}

function insuredColumns(insured: ShipmentInput['insured']): Record<string, Param> {
  if (insured === null) return { insured_minor: null, insured_currency: '' }
  const minor = atField('insured', () => typedMinor(insured.amount, insured.currency))
  return { insured_minor: minor, insured_currency: insured.currency }
}

type ShipToRow = Pick<
  ShipmentsTable,
  | 'ship_to_name'
  | 'ship_to_street'
  | 'ship_to_city'
  | 'ship_to_region'
  | 'ship_to_postal_code'
  | 'ship_to_country'
  | 'ship_to_phone'
  | 'ship_to_email'
>

export function shipToFromRow(row: ShipToRow): ShipTo {
  return {
    name: row.ship_to_name,
    street: row.ship_to_street,
    city: row.ship_to_city,
    region: row.ship_to_region,
    postalCode: row.ship_to_postal_code,
    country: row.ship_to_country,
    phone: row.ship_to_phone,
    email: row.ship_to_email,
  }
}

/** A shipment's own columns as they travel; what hangs on it and names are added by the query. */
export function shipmentFromRow(row: ShipmentsTable) {
  return {
    id: row.id,
    number: row.number,
    channel: row.channel,
    externalId: row.external_id,
    kind: row.kind as ShipmentKind,
    status: row.status as ShipmentStatus,
    partyId: row.party_id,
    warehouseId: row.warehouse_id,
    toWarehouseId: row.to_warehouse_id,
    carrierId: row.carrier_id,
    serviceId: row.service_id,
    mode: row.mode as TransportMode | '',
    fromCountry: row.from_country,
    fromPlace: row.from_place,
    shipTo: shipToFromRow(row),
    incoterm: row.incoterm,
    place: row.place,
    reference: row.reference,
    bookedOn: row.booked_on as Shipment['bookedOn'],
    packedOn: row.packed_on,
    sentOn: row.sent_on,
    plannedOn: row.planned_on as Shipment['plannedOn'],
    plannedBy: row.planned_by as PlannedBy,
    hasDeliveryDays: row.has_delivery_days === 1,
    toldGrams: row.told_grams,
    toldVolumeCm3: row.told_volume_cm3,
    chargeableGrams: row.chargeable_grams,
    insured:
      row.insured_minor === null
        ? null
        : { amount: minorToDecimal(row.insured_minor, row.insured_currency), currency: row.insured_currency },
    insurer: row.insurer,
    policyNumber: row.policy_number,
    keptUntil: row.kept_until as Shipment['keptUntil'],
    decideBy: row.decide_by,
    decision: row.decision as Decision,
    decidedOn: row.decided_on,
    decisionNote: row.decision_note,
    followsId: row.follows_id,
    isHistory: row.is_history === 1,
    marks: row.marks,
    packingNote: row.packing_note,
    note: row.note,
    archived: row.archived === 1,
  } satisfies Partial<Shipment>
}

/** What follows from its rows and events. */
export function factsFromRow(row: ShipmentsTable, base: string, today: string): ShipmentFacts {
  return {
    state: row.state as TrackingState | '',
    stateOn: row.state_on,
    heardAt: row.heard_at,
    quietDays: row.quiet_days,
    leftOn: row.left_on,
    deliveredOn: row.delivered_on,
    isOpen: row.is_open === 1,
    wasDamaged: row.was_damaged === 1,
    wasLost: row.was_lost === 1,
    lineCount: row.line_count,
    orderCount: row.order_count,
    pieceCount: row.piece_count,
    weightGrams: row.weight_grams,
    volumeCm3: row.volume_cm3,
    value: minorText(row.value_base_minor, base),
    estimate: minorText(row.estimate_base_minor, base),
    cost: minorText(row.cost_base_minor, base),
    isLate: row.is_open === 1 && row.planned_on !== null && row.planned_on < today,
  }
}
