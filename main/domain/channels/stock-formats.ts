// How channels take what there is to sell. Amazon's headings are those of its price and quantity file.
import type { FileFormat } from '#main/domain/channels/file-format.ts'
import type { StockFormat } from '#shared/schemas/channel-files.ts'

export type StockFileRow = { channel: string; externalSku: string; sku: string; name: string; toSell: number }

export const stockFileFormats: Readonly<Record<StockFormat, FileFormat<StockFileRow>>> = {
  generic: {
    ...{ ending: 'csv', delimiter: ',', hasHeadings: true },
    columns: [
      ['channel', ({ channel }) => channel],
      ['channel_sku', ({ externalSku }) => externalSku],
      ['sku', ({ sku }) => sku],
      ['name', ({ name }) => name],
      ['quantity', ({ toSell }) => String(toSell)],
    ],
  },
  amazon: {
    ...{ ending: 'txt', delimiter: '\t', hasHeadings: true },
    columns: [
      ['sku', ({ externalSku }) => externalSku],
      ['price', () => ''],
      ['minimum-seller-allowed-price', () => ''],
      ['maximum-seller-allowed-price', () => ''],
      ['quantity', ({ toSell }) => String(toSell)],
      ['handling-time', () => ''],
      ['fulfillment-channel', () => ''],
    ],
  },
}
