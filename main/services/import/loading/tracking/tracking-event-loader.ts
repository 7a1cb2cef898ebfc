// Events of parcels from a file: each goes to the shipment that has its number, once. A number that no shipment has is refused, or
// a shipment is made of it where the file may make what is missing.
import { readMoment } from '#main/domain/import/cells/read-moment.ts'
import { compactNumber } from '#main/domain/tracking/recognise-number.ts'
import {
  type LoadContext,
  type Loader,
  problem,
  type Refused,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { knownCourier } from '#main/services/import/loading/tracking/carrier-named.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { findByNumber } from '#main/services/tracking/find-by-number.ts'
import { newShipmentFor } from '#main/services/tracking/new-shipment.ts'
import { eventWriter } from '#main/services/tracking/write-events.ts'
import type { Id } from '#shared/ids.ts'
import { isZone } from '#shared/local-time.ts'
import { countryCodeOf } from '#shared/reference/country-codes-3.ts'

type Target = { shipmentId: Id; parcelId: Id | null }

export function trackingEventLoader(context: LoadContext): Loader {
  const writer = eventWriter(context.tx)
  const targets = new Map<string, Target | null>()
  return {
    prepare(rows) {
      const asked = rows.flatMap((row) => textOf(row, 'trackingNumber') ?? []).filter((number) => !targets.has(number))
      const found = findByNumber(context.tx, asked)
      for (const number of asked) targets.set(number, found.get(number)?.[0] ?? null)
      writer.expect(asked.flatMap((number) => targets.get(number)?.shipmentId ?? []))
    },
    take(row) {
      const when = whenOf(row)
      if ('problems' in when) return when
      const [text, code] = [
        textOf(row, 'eventText') ?? '',
        textOf(row, 'eventCode') ?? textOf(row, 'eventStatus') ?? '',
      ]
      if (text === '' && code === '') return problem('eventText', '', 'required')
      const target = targetOf(context, targets, { row, localTime: when.localTime })
      if ('problems' in target) return target
      const outcome = writer.take({
        ...{ ...target, ...when, text, sourceCode: code, state: null },
        place: textOf(row, 'eventPlace') ?? '',
        country: countryCodeOf(textOf(row, 'eventCountry') ?? ''),
        source: sourceOf(textOf(row, 'courier'), context.channel),
      })
      return outcome === 'new' ? 'new' : 'unchanged'
    },
    finish() {
      const touched = [...writer.touched]
      settleShipments(context.tx, touched)
      followShipments(context.tx, touched)
      return []
    },
  }
}

/** 'DHL Express' and 'dhl-express' are written alike. */
function sourceOf(courier: string | undefined, channel: string): string {
  return (courier ?? channel)
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
    .slice(0, 60)
}

/** The time as it was read, with its zone: that of the time itself, else of a column of zones. */
function whenOf(row: TypedRow): { localTime: string; zone: string } | Refused {
  const read = textOf(row, 'eventTime')
  if (read === undefined) return problem('eventTime', '', 'required')
  const whole = withClock(read, textOf(row, 'eventClock') ?? '')
  if (whole === null) return problem('eventClock', textOf(row, 'eventClock') ?? '', 'clock')
  const [localTime = '', ownZone = ''] = whole.split(' ')
  const told = zoneTold(textOf(row, 'eventZone') ?? '')
  if (told !== '' && !isZone(told)) return problem('eventZone', told, 'zone')
  return { localTime, zone: ownZone || told }
}

/** A day with the clock of a column of its own; null where that is none. */
function withClock(read: string, clock: string): string | null {
  if (clock === '' || read.length > 10) return read
  const whole = readMoment(`${read} ${clock}`, 'ymd')
  return 'value' in whole ? whole.value : null
}

/** `GMT+8` and `UTC+08:00` as `+08:00`. */
function zoneTold(text: string): string {
  const match = /^(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d{2})?$/i.exec(text)
  return match ? `${match[1]}${match[2]?.padStart(2, '0')}:${match[3] ?? '00'}` : text
}

type Asked = { row: TypedRow; localTime: string }

function targetOf(
  context: LoadContext,
  targets: Map<string, Target | null>,
  { row, localTime }: Asked,
): Target | Refused {
  const number = textOf(row, 'trackingNumber') ?? ''
  const found = number === '' ? null : targets.get(number)
  if (found) return { shipmentId: found.shipmentId, parcelId: found.parcelId }
  const shipment = textOf(row, 'shipment')
  const named = shipment === undefined ? undefined : shipmentNamed(context, shipment)
  if (named !== undefined) return { shipmentId: named, parcelId: null }
  if (number === '') return problem('shipment', shipment ?? '', shipment === undefined ? 'required' : 'known-shipment')
  if (!context.makeMissing) return problem('trackingNumber', number, 'known-shipment')
  const heard = { number: compactNumber(number), events: [{ localTime, state: '' }] }
  const made = newShipmentFor(context.tx, { ...heard, carrierId: knownCourier(context, row) })
  targets.set(number, made)
  context.made.set('shipments', (context.made.get('shipments') ?? 0) + 1)
  return made
}

function shipmentNamed({ tx, channel }: LoadContext, named: string): Id | undefined {
  return tx.get<{ id: Id }>(
    `SELECT id FROM shipments WHERE deleted = 0 AND (number = ? OR (channel = ? AND external_id = ? AND external_id <> ''))
     ORDER BY number = ? DESC, id LIMIT 1`,
    ...[named, channel, named, named],
  )?.id
}
