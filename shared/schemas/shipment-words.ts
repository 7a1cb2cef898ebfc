// The words that shipping uses everywhere: what a shipment is, how far we are with it, where it is, how it travels.

/** To customers, to another own place, from suppliers, back from customers, and what belongs to none of these. */
export const shipmentKinds = ['order', 'transfer', 'purchase', 'return', 'other'] as const
export type ShipmentKind = (typeof shipmentKinds)[number]

/** How far we are with it ourselves; where it is, its events tell. */
export const shipmentStatuses = ['draft', 'packed', 'sent', 'cancelled'] as const
export type ShipmentStatus = (typeof shipmentStatuses)[number]

/** Where a shipment or a parcel is, in the order of its way; '' before it was booked. */
export const trackingStates = [
  'booked',
  'picked_up',
  'export_cleared',
  'departed',
  'arrived',
  'import_hold',
  'import_cleared',
  'out_for_delivery',
  'attempt_failed',
  'at_pickup_point',
  'delivered',
  'returning',
  'returned',
  'lost',
  'damaged',
  'destroyed',
] as const
export type TrackingState = (typeof trackingStates)[number]

export const transportModes = ['sea', 'air', 'air_charter', 'rail', 'road', 'courier', 'post'] as const
export type TransportMode = (typeof transportModes)[number]

export const packagings = ['parcel', 'carton', 'pallet', 'crate', 'bag', 'envelope', 'drum', 'roll', 'other'] as const
export type Packaging = (typeof packagings)[number]

export const chargeKinds = [
  'freight',
  'fuel',
  'pickup',
  'packing',
  'insurance',
  'customs',
  'duty',
  'tax',
  'handling',
  'storage',
  'return',
  'destruction',
  'other',
] as const
export type ChargeKind = (typeof chargeKinds)[number]
