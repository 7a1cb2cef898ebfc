// Files that tell channels what there is to sell. SKUs that no product or no stock is known for stay out, with the reason: a
// channel takes an empty figure for none.
import type { ReadDb } from '#main/db/database.ts'
import { cellsOf } from '#main/domain/channels/file-format.ts'
import { stockFileFormats } from '#main/domain/channels/stock-formats.ts'
import { listChannelStock } from '#main/services/channels/channel-stock.ts'
import type { FileMade } from '#main/services/channels/file-made.ts'
import { toldApart } from '#main/services/channels/told-apart.ts'
import type { LeftOutReason, StockFileInput } from '#shared/schemas/channel-files.ts'

export function stockFile(db: ReadDb, { format: kind, channel }: StockFileInput): FileMade {
  const format = stockFileFormats[kind]
  const leftOut = toldApart<LeftOutReason>()
  const rows: FileMade['rows'] = []
  for (const sku of listChannelStock(db, { channel }).rows) {
    const source = { shipmentId: null, number: sku.sku, text: sku.externalSku }
    if (sku.why !== null || sku.toSell === null) leftOut.add(sku.why ?? 'no-stock-kept', source)
    else
      rows.push({
        shipmentId: null,
        number: sku.sku,
        parcelId: null,
        cells: cellsOf(format, { ...sku, toSell: sku.toSell }),
      })
  }
  return { format, name: `stock-${kind}`, rows, leftOut: leftOut.all(), doubtful: [] }
}
