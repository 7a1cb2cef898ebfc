// Brings a shipment up to what a file says of it: its number there, carrier, service, days, numbers, weights, what it cost. What the
// file does not tell stays.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { compactNumber } from '#main/domain/tracking/recognise-number.ts'
import { tellFreight } from '#main/services/charges/told-freight.ts'
import { applyColumns } from '#main/services/import/loading/apply-columns.ts'
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import type { ToldParcel, ToldShipment } from '#main/services/import/loading/shipment/told-shipment.ts'
import { toldOrTableRate } from '#main/services/rates/document-rate.ts'
import { writeNumbers } from '#main/services/shipments/moving/light-shipment.ts'
import { hasOwnEvent, noteOwnEvent } from '#main/services/shipments/moving/note-arrival.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorFromDecimal } from '#shared/money.ts'

type Update = { told: ToldShipment; mayRename: boolean }

export function updateShipment(context: LoadContext, id: Id, { told, mayRename }: Update): 'changed' | 'unchanged' {
  const { tx } = context
  const outcomes = [
    applyColumns(tx, 'shipments', id, headOf(context, id, { told, mayRename })) === 'changed',
    writeNumbers(
      tx,
      id,
      [...told.parcels.values()].map(({ number }) => number),
    ),
    ...[...told.parcels.values()].map((parcel) => weigh(tx, id, parcel)),
    noteDelivered(tx, id, told.deliveredOn),
    writeCost(context, id, told),
  ]
  return outcomes.includes(true) ? 'changed' : 'unchanged'
}

type Before = { isHistory: number; carrierId: Id | null; plannedBy: string }

function headOf({ tx, channel }: LoadContext, id: Id, { told, mayRename }: Update) {
  const before = tx.get<Before>(
    'SELECT is_history AS isHistory, carrier_id AS carrierId, planned_by AS plannedBy FROM shipments WHERE id = ?',
    id,
  )
  const carrierId = told.carrierId ?? before?.carrierId ?? null
  const named = told.externalId !== '' && mayRename ? { channel, external_id: told.externalId } : {}
  // What a person said or the customer was promised stays: held against its own estimate, everything would be on time.
  const isPlanned = told.plannedOn !== null && before?.plannedBy !== 'typed' && before?.plannedBy !== 'order'
  const isPast = before?.isHistory === 1
  return {
    ...named,
    carrier_id: told.carrierId ?? undefined,
    service_id: serviceOf(tx, carrierId, told.service),
    ...(isPlanned ? { planned_on: told.plannedOn, planned_by: 'service' } : {}),
    // The day on which stock left stays; the past is as the file tells it.
    ...(isPast && told.shippedOn !== null ? { sent_on: told.shippedOn } : {}),
    ...(isPast && told.deliveredOn !== null ? { has_delivery_days: 1 } : {}),
    told_grams: told.grams ?? undefined,
  }
}

/** A service of the carrier by its name or code; one that nobody keeps is not made of a word. */
function serviceOf(db: ReadDb, carrierId: Id | null, words: string): Id | undefined {
  if (carrierId === null || words === '') return undefined
  const row = db.get<{ id: Id }>(
    `SELECT id FROM carrier_services INDEXED BY carrier_services_by_carrier
     WHERE carrier_id = ? AND deleted = 0 AND (name = ? COLLATE NOCASE OR code = ? COLLATE NOCASE) ORDER BY id LIMIT 1`,
    ...[carrierId, words, words],
  )
  return row?.id
}

function weigh(tx: WriteTx, shipmentId: Id, { number, grams }: ToldParcel): boolean {
  if (grams === null) return false
  const parcels = tx.all<{ id: Id; number: string; pieces: number }>(
    `SELECT id, tracking_number AS number, pieces FROM parcels INDEXED BY parcels_by_shipment
     WHERE shipment_id = ? AND deleted = 0`,
    shipmentId,
  )
  const parcel = parcels.find((one) => compactNumber(one.number) === compactNumber(number) && one.pieces === 1)
  return parcel !== undefined && applyColumns(tx, 'parcels', parcel.id, { gross_grams: grams }) === 'changed'
}

function noteDelivered(tx: WriteTx, id: Id, on: Day | null): boolean {
  if (on === null || hasOwnEvent(tx, id, 'delivered')) return false
  const row = tx.get<{ on: Day | null }>('SELECT delivered_on AS "on" FROM shipments WHERE id = ?', id)
  if (row?.on === on) return false
  noteOwnEvent(tx, id, { state: 'delivered', on })
  return true
}

/** What carrying it cost in all; of several currencies nobody can make one sum. */
function writeCost({ tx, rates, today, baseCurrency: base }: LoadContext, id: Id, told: ToldShipment): boolean {
  const { costs, shippedOn } = told
  const [first] = costs
  if (!first || costs.some(({ currency }) => currency !== first.currency)) return false
  const { currency } = first
  const minor = costs.reduce((sum, { money }) => sum + minorFromDecimal(money.amount, currency), 0)
  const rate = toldOrTableRate(rates, { currency, base, on: shippedOn ?? today, told: '' })
  return tellFreight(tx, id, { minor, currency, base, ...rate })
}
