// Parcels of the sample's shipments, by the packing data of their products.
import type { WriteTx } from '#main/db/database.ts'
import { proposePacking } from '#main/services/packing/propose-packing.ts'
import { keepParcels } from '#main/services/shipments/shipment-parcels.ts'
import type { Id } from '#shared/ids.ts'
import { parcelInput } from '#shared/schemas/shipments.ts'

/** What goes in no carton by its packing data was packed by hand into one like this; what a carton does not say was measured. */
const handPacked = { lengthMm: 600, widthMm: 400, heightMm: 400, grossGrams: 14_000 }

/** As its products are packed. */
export function packByData(tx: WriteTx, shipmentId: Id, trackingNumber = ''): void {
  const { parcels, byHand } = proposePacking(tx, { shipmentId, onlyLeft: false })
  const rows = [
    ...parcels.map(({ how, isWeightGuessed, ...parcel }) => ({
      ...parcel,
      lengthMm: parcel.lengthMm ?? handPacked.lengthMm,
      widthMm: parcel.widthMm ?? handPacked.widthMm,
      heightMm: parcel.heightMm ?? handPacked.heightMm,
      grossGrams: parcel.grossGrams || handPacked.grossGrams,
    })),
    ...byHand.map(({ lineId, quantity }) => ({ ...handPacked, contents: [{ lineId, quantity }] })),
  ]
  const drafts = rows.map((row, at) => parcelInput.parse({ ...row, trackingNumber: at === 0 ? trackingNumber : '' }))
  keepParcels(tx, shipmentId, drafts)
}
