// Goods of the sample company on their way to its places overseas: a shipment each, that leaves and arrives as a seller's own.
import type { WriteTx } from '#main/db/database.ts'
import type { SampleTransfer } from '#main/domain/sample/sample-warehousing.ts'
import { containerDigit } from '#main/domain/shipments/container-number.ts'
import { addCharge } from '#main/services/charges/charge-commands.ts'
import { packByData } from '#main/services/sample/pack-by-data.ts'
import { arriveShipment } from '#main/services/shipments/moving/arrive-shipment.ts'
import { dispatchShipment } from '#main/services/shipments/moving/dispatch-shipment.ts'
import { addShipment, setCustoms } from '#main/services/shipments/shipment-commands.ts'
import { mainWarehouse, transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { chargeInput } from '#shared/schemas/charges.ts'
import { customsEntryInput } from '#shared/schemas/shipment-customs.ts'
import { arriveShipmentInput, dispatchShipmentInput } from '#shared/schemas/shipment-moves.ts'
import { type ShipmentDraft, shipmentInput } from '#shared/schemas/shipments.ts'

export type TransferRecords = {
  toWarehouseId: Id
  country: string
  idOf: (sku: string) => Id
  partyOf: (code: string) => Id
  today: Day
}

/** What is still on its way goes by sea; in a container of its own where there is enough for one. */
export function departTransfer(tx: WriteTx, transfer: SampleTransfer, known: TransferRecords): Id {
  const { on, arrivesOn, lines, container } = transfer
  const { toWarehouseId, country, idOf, partyOf } = known
  const by = arrivesOn === null ? 'SEA' : 'AIR'
  const { id } = addShipment(
    tx,
    shipmentInput.parse({
      ...{ kind: 'transfer', warehouseId: mainWarehouse, toWarehouseId, carrierId: partyOf(by) },
      ...{ mode: by === 'SEA' ? 'sea' : 'courier', fromCountry: 'CN', fromPlace: 'Ningbo', shipTo: { country } },
      ...{ bookedOn: addDays(on, -4), plannedOn: arrivesOn },
      legs: by === 'SEA' ? legsOf(on, { ...known, hasContainer: container === true }) : [],
      lines: lines.map(({ sku, quantity }) => ({ productId: idOf(sku), quantity })),
    }),
  )
  packByData(tx, id)
  dispatchShipment(
    tx,
    dispatchShipmentInput.parse({
      id,
      on,
      trackingNumber: by === 'AIR' ? `SKYL4409${on.slice(5, 7)}${on.slice(8)}` : '',
    }),
  )
  if (container) addPapers(tx, id, { on, partyOf })
  return id
}

/** Everything that left, less what is missing of the first line. */
export function arriveTransfer(tx: WriteTx, id: Id, { arrivesOn, short }: SampleTransfer): void {
  const moved = tx.all<{ movementId: Id; milli: number }>(
    `SELECT m.id AS movementId, m.qty_milli AS milli FROM stock_documents d JOIN stock_movements m ON m.document_id = d.id
     WHERE d.shipment_id = ? AND m.warehouse_id = ? AND m.qty_milli > 0 ORDER BY m.id`,
    id,
    transitWarehouse,
  )
  const transit = moved.map(({ movementId, milli }, index) => {
    return { movementId, quantity: milli / 1000 - (index === 0 ? short : 0) }
  })
  arriveShipment(tx, arriveShipmentInput.parse({ id, on: arrivesOn, transit }))
}

/** Owner's code, serial, and the digit that proves them. */
const containerNumber = (ten: string) => `${ten}${containerDigit(ten)}`

type Way = TransferRecords & { hasContainer: boolean }

const ports = {
  NL: { code: 'NLRTM', place: 'Rotterdam', country: 'NL' },
  US: { code: 'USLAX', place: 'Los Angeles', country: 'US' },
} as const

function legsOf(on: Day, { country, today, hasContainer, partyOf }: Way): NonNullable<ShipmentDraft['legs']> {
  const home = { code: 'CNNGB', place: 'Ningbo', country: 'CN' }
  const [end, days] = country === 'US' ? ([ports.US, 17] as const) : ([ports.NL, 31] as const)
  const middle = { code: 'SGSIN', place: 'Singapore', country: 'SG' }
  const leg = (from: typeof home, to: typeof home, [start, last]: readonly [number, number]) => ({
    ...{
      mode: 'sea' as const,
      carrierId: partyOf('SEA'),
      from,
      to,
      blNumber: `BHLNGB${on.replaceAll('-', '').slice(2)}`,
    },
    ...(hasContainer ? { containerNumber: containerNumber('QHPU204417'), sealNumber: 'NB0048213' } : {}),
    ...{ plannedDepartureOn: addDays(on, start), plannedArrivalOn: addDays(on, last) },
    departedOn: past(addDays(on, start), today),
    arrivedOn: past(addDays(on, last), today),
  })
  if (!hasContainer) return [{ ...leg(home, end, [2, days]), vessel: 'Heron Bay', voyage: '047E' }]
  return [
    { ...leg(home, middle, [2, 8]), vessel: 'Heron Dawn', voyage: '112W' },
    { ...leg(middle, end, [10, days]), vessel: 'Heron Grace', voyage: '031W' },
  ]
}

function past(on: Day, today: Day): Day | null {
  return on < today ? on : null
}

/** A container is declared, insured and billed in part. */
function addPapers(tx: WriteTx, id: Id, { on, partyOf }: { on: Day; partyOf: (code: string) => Id }): void {
  const entry = { direction: 'export', country: 'CN', declarationNumber: '310420260000417', declaredOn: addDays(on, 1) }
  setCustoms(tx, id, [customsEntryInput.parse({ ...entry, status: 'released', statusOn: addDays(on, 2) })])
  const usd = (amount: string) => ({ amount, currency: 'USD' })
  const bill = { billedOn: addDays(on, 6), reference: 'BH-26-0417' }
  const charges = [
    { kind: 'freight', partyId: partyOf('SEA'), estimate: usd('1850'), actual: usd('1972.50'), ...bill },
    { kind: 'handling', partyId: partyOf('SEA'), estimate: usd('240') },
    { kind: 'customs', estimate: { amount: '450', currency: 'CNY' }, actual: { amount: '450', currency: 'CNY' } },
    { kind: 'insurance', estimate: usd('38.40') },
  ]
  for (const charge of charges) addCharge(tx, id, chargeInput.parse(charge))
}
