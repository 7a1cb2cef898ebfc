// Events as other programs write them: AfterShip's checkpoints, 17TRACK's states.
import type { TrackingState } from '#shared/schemas/shipment-words.ts'
import type { EventFileForm } from '#shared/schemas/tracking.ts'

export type EventToWrite = {
  trackingNumber: string
  courier: string
  localTime: string
  zone: string
  place: string
  country: string
  text: string
  sourceCode: string
  state: TrackingState | ''
}

type Form = { headings: readonly string[]; cells: (event: EventToWrite) => string[] }

/** AfterShip's tag and sub-tag. What it has no word for is on its way. */
const aftership: Readonly<Record<TrackingState | '', readonly [string, string]>> = {
  '': ['InTransit', 'InTransit_001'],
  booked: ['InfoReceived', 'InfoReceived_001'],
  picked_up: ['InTransit', 'InTransit_002'],
  export_cleared: ['InTransit', 'InTransit_005'],
  departed: ['InTransit', 'InTransit_007'],
  arrived: ['InTransit', 'InTransit_003'],
  import_hold: ['Exception', 'Exception_004'],
  import_cleared: ['InTransit', 'InTransit_005'],
  out_for_delivery: ['OutForDelivery', 'OutForDelivery_001'],
  attempt_failed: ['AttemptFail', 'AttemptFail_001'],
  at_pickup_point: ['AvailableForPickup', 'AvailableForPickup_001'],
  delivered: ['Delivered', 'Delivered_001'],
  returning: ['Exception', 'Exception_010'],
  returned: ['Exception', 'Exception_011'],
  lost: ['Exception', 'Exception_013'],
  damaged: ['Exception', 'Exception_012'],
  destroyed: ['Exception', 'Exception_001'],
}

const track17: Readonly<Record<TrackingState | '', readonly [string, string]>> = {
  '': ['InTransit', 'InTransit_Other'],
  booked: ['InfoReceived', 'InfoReceived'],
  picked_up: ['InTransit', 'InTransit_PickedUp'],
  export_cleared: ['InTransit', 'InTransit_CustomsReleased'],
  departed: ['InTransit', 'InTransit_Departure'],
  arrived: ['InTransit', 'InTransit_Arrival'],
  import_hold: ['InTransit', 'InTransit_CustomsRequiringInformation'],
  import_cleared: ['InTransit', 'InTransit_CustomsReleased'],
  out_for_delivery: ['OutForDelivery', 'OutForDelivery_Other'],
  attempt_failed: ['DeliveryFailure', 'DeliveryFailure_Other'],
  at_pickup_point: ['AvailableForPickup', 'AvailableForPickup_Other'],
  delivered: ['Delivered', 'Delivered_Other'],
  returning: ['Exception', 'Exception_Returning'],
  returned: ['Exception', 'Exception_Returned'],
  lost: ['Exception', 'Exception_Lost'],
  damaged: ['Exception', 'Exception_Damage'],
  destroyed: ['Exception', 'Exception_Destroyed'],
}

/** With its zone where one was told: '2026-11-17T11:05+01:00'. Names of zones are not written so anywhere. */
function timeOf({ localTime, zone }: EventToWrite): string {
  return localTime.length > 10 && /^[+-]/.test(zone) ? localTime + zone : localTime
}

export const eventFiles: Readonly<Record<EventFileForm, Form>> = {
  aftership: {
    headings: [
      'tracking_number',
      'courier',
      'checkpoint_time',
      'tag',
      'subtag',
      'message',
      'location',
      'country',
      'raw_tag',
    ],
    cells: (event) => [
      ...[event.trackingNumber, event.courier, timeOf(event), ...aftership[event.state]],
      ...[event.text, event.place, event.country, event.sourceCode],
    ],
  },
  track17: {
    headings: ['number', 'carrier', 'time', 'status', 'sub_status', 'description', 'location', 'country'],
    cells: (event) => [
      ...[event.trackingNumber, event.courier, timeOf(event), ...track17[event.state]],
      ...[event.text, event.place, event.country],
    ],
  },
}
