// Who delivers as promised, as a file.
import type { ExportSource } from '#main/services/exports/export-source.ts'
import { performance } from '#main/services/lanes/performance.ts'
import english from '#shared/i18n/en/shipments.json' with { type: 'json' }
import type { Language } from '#shared/i18n/translate.ts'
import chinese from '#shared/i18n/zh-CN/shipments.json' with { type: 'json' }
import { countryName } from '#shared/reference/countries.ts'
import { type LaneGroup, type LaneRow, performanceInput } from '#shared/schemas/lanes.ts'
import type { TransportMode } from '#shared/schemas/shipment-words.ts'

const texts = { en: english, 'zh-CN': chinese }

export const lanesSource: ExportSource = {
  columns: {
    ...{ key: 'text', name: 'text', nameZh: 'text', carrier: 'text', fromCountry: 'text', toCountry: 'text' },
    ...{ n: 'number', completed: 'number', judged: 'number', onTime: 'number', onTimeRate: 'number', basis: 'text' },
    ...{ nTransit: 'number', transitP50: 'number', transitP80: 'number', transitP90: 'number', avgTransit: 'number' },
    ...{ spread: 'number', avgDelay: 'number', damageRate: 'number', lossRate: 'number', nCost: 'number' },
    ...{ cost: 'decimal', currency: 'text', weightKg: 'number', costPerKg: 'number', costPerOrder: 'number' },
    ...{ nSilent: 'number' },
  },
  keys: ['key'],
  companions: { cost: 'currency' },
  open(db, { lanes, language }) {
    const found = performance(db, lanes ?? performanceInput.parse({ by: 'carrier' }))
    const rows = found.rows.map(({ id: _, reasons: __, samples: ___, carrierZh: ____, ...row }) => ({
      ...row,
      name: row.name || nameOf(found.by, row, language),
      basis: row.basis ?? '',
      currency: found.currency,
    }))
    return { total: rows.length, groups: [{ rows, done: rows.length }] }
  },
}

type Keyed = Pick<LaneRow, 'key'>

function nameOf(by: LaneGroup, { key }: Keyed, language: Language): string {
  if (key === '') return ''
  if (by === 'country') return countryName(key, language)
  return by === 'mode' ? texts[language].modes[key as TransportMode] : ''
}
