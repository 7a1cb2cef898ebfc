// Services of carriers and their rates as files. An import of rates reads theirs again.
import { rateExportRows } from '#main/services/carriers/rate-export.ts'
import { carrierServiceRows } from '#main/services/carriers/service-list.ts'
import { type ExportSource, rowsByIds } from '#main/services/exports/export-source.ts'
import { exportedIds } from '#main/services/exports/exported-ids.ts'
import english from '#shared/i18n/en/carriers.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/carriers.json' with { type: 'json' }

const texts = { en: english, 'zh-CN': chinese }

export const carrierServicesSource: ExportSource = {
  columns: {
    ...{ carrier: 'text', code: 'text', name: 'text', mode: 'transportMode', weighsBy: 'text', divisor: 'number' },
    ...{ roundUpGrams: 'number', maxPieceGrams: 'number', maxSideMm: 'number', daysMin: 'number', daysMax: 'number' },
    ...{ storageDays: 'number', zoneCount: 'number', currency: 'text', validFrom: 'day', validTo: 'day', note: 'text' },
  },
  keys: ['carrier', 'code', 'name'],
  open: (db, input) =>
    rowsByIds(exportedIds(db, 'carrierServices', input), (ids) =>
      carrierServiceRows(db, ids).map((row) => ({ ...row, weighsBy: texts[input.language].weighings[row.weighsBy] })),
    ),
}

/** Of the services that the list shows. */
export const carrierRatesSource: ExportSource = {
  columns: {
    ...{ carrier: 'text', service: 'text', code: 'text', zone: 'text', countries: 'text' },
    ...{ weightFrom: 'number', weightTo: 'number', price: 'decimal', stepWeight: 'number', stepPrice: 'decimal' },
    ...{ tonPrice: 'decimal', minimumTons: 'number', currency: 'text', validFrom: 'day', validTo: 'day' },
  },
  keys: ['carrier', 'service', 'zone', 'weightFrom', 'weightTo', 'validFrom'],
  companions: { price: 'currency', stepPrice: 'currency', tonPrice: 'currency' },
  open: (db, input) => rowsByIds(exportedIds(db, 'carrierServices', input), (ids) => rateExportRows(db, ids)),
}
