// Files that tell channels which parcels are on their way. What was told before stays out; what has no order, no channel or no
// number of its own there is counted apart with the reason.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { cellsOf } from '#main/domain/channels/file-format.ts'
import { type ToldRow, trackingFileFormats } from '#main/domain/channels/tracking-formats.ts'
import type { FileMade } from '#main/services/channels/file-made.ts'
import { toldApart } from '#main/services/channels/told-apart.ts'
import {
  type ItemInParcel,
  itemsInParcels,
  type ToldParcel,
  toldParcels,
} from '#main/services/channels/told-parcels.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { LeftOutReason, TrackingFileInput, TrackingFormat } from '#shared/schemas/channel-files.ts'
import type { ChannelKind } from '#shared/schemas/channels.ts'

type Site = { kind: ChannelKind; country: string }

/** Everything that stands in the file, and what does not. */
export function trackingFile(db: ReadDb, input: TrackingFileInput): FileMade {
  const format = trackingFileFormats[input.format]
  const sites = sitesOf(db)
  const parcels = toldParcels(db, input)
  const items = itemsInParcels(db, parcels)
  const leftOut = toldApart<LeftOutReason>()
  const rows: FileMade['rows'] = []
  for (const parcel of parcels) {
    const source = { shipmentId: parcel.shipmentId, number: parcel.number, text: parcel.trackingNumber }
    const all = items.get(parcel.parcelId) ?? []
    const why = all.length === 0 ? 'no-order' : parcel.toldOn !== null && !input.includeTold ? 'told-before' : null
    if (why) {
      leftOut.add(why, source)
      continue
    }
    for (const order of Map.groupBy(all, ({ orderId }) => orderId).values()) {
      const [first] = order
      const reason = first && refusal(first, input, sites)
      if (!first || reason) leftOut.add(reason ?? 'no-order', source)
      else rows.push(...rowsOf(parcel, order, { format: input.format, site: sites.get(first.channel) }))
    }
  }
  return { format, name: `tracking-${input.format}`, rows, leftOut: leftOut.all(), doubtful: [] }
}

/** The oldest channel of a code counts, until two of one code are mended. */
function sitesOf(db: ReadDb): Map<string, Site> {
  const rows = db.all<Site & { code: string }>('SELECT code, kind, country FROM live_channels ORDER BY id DESC')
  return new Map(rows.map(({ code, ...site }) => [code, site]))
}

/** Why an order is not told; null: it is. The generic file tells of every order. */
function refusal(
  { channel, externalId, fulfilledBy }: ItemInParcel,
  { format, channel: asked }: TrackingFileInput,
  sites: ReadonlyMap<string, Site>,
): LeftOutReason | null {
  if (asked !== undefined && channel !== asked) return 'other-channel'
  if (fulfilledBy === 'channel') return 'sent-by-channel'
  if (format === 'generic') return null
  if (channel === '') return 'no-channel'
  // A channel chosen by hand is taken at its word, whatever its kind says.
  if (asked === undefined && sites.get(channel)?.kind !== format) return 'other-channel'
  return externalId === '' ? 'no-external-id' : null
}

type How = { format: TrackingFormat; site: Site | undefined }

function rowsOf(parcel: ToldParcel, items: readonly ItemInParcel[], { format, site }: How): FileMade['rows'] {
  const layout = trackingFileFormats[format]
  const isKnown = ({ lineId, itemId }: ItemInParcel) => lineId !== null && (layout.items === 'any' || itemId !== '')
  // Where an item has no number of its own there, the order is told as a whole, once.
  const isByItem = layout.items !== 'none' && items.every(isKnown)
  const told = isByItem ? items : items.slice(0, 1).map((item) => ({ ...item, itemId: '', sku: '', quantity: '' }))
  return told.map((item) => ({
    shipmentId: parcel.shipmentId,
    number: parcel.number,
    parcelId: parcel.parcelId,
    cells: cellsOf(layout, toldRow(parcel, item, site?.country ?? '')),
  }))
}

function toldRow(parcel: ToldParcel, item: ItemInParcel, country: string): ToldRow {
  const { channel, externalId, orderNumber, itemId, sku, quantity } = item
  const { sentOn, courierCode, service, trackingNumber, trackingUrl } = parcel
  // Channels know carriers by their Latin names.
  const carrier = parcel.carrier || parcel.carrierZh
  return {
    ...{ channel, country, externalId, orderNumber, itemId, sku, quantity },
    ...{ sentOn, carrier, courierCode, service, trackingNumber, trackingUrl },
  }
}

/** Notes the day on which the numbers were told; null takes it back. Parcels that are not there any more are passed over. */
export function markTold(tx: WriteTx, parcelIds: readonly Id[], on: Day | null): number {
  const rows = tx.all<{ id: Id; toldOn: string | null }>(
    `SELECT p.id, p.told_on AS toldOn FROM json_each(?) j CROSS JOIN parcels p ON p.id = j.value WHERE p.deleted = 0`,
    JSON.stringify([...new Set(parcelIds)]),
  )
  const other = rows.filter(({ toldOn }) => toldOn !== on)
  for (const { id } of other) tx.update('parcels', id, { told_on: on })
  return other.length
}
