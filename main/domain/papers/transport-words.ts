// How goods travel, as papers say it.
import type { Pair } from '#main/domain/papers/paper-text.ts'
import type { TransportMode } from '#shared/schemas/shipment-words.ts'

const words: Readonly<Record<TransportMode, Pair>> = {
  sea: { en: 'By sea', zh: '海运' },
  air: { en: 'By air', zh: '空运' },
  air_charter: { en: 'By chartered aircraft', zh: '包机' },
  rail: { en: 'By rail', zh: '铁路' },
  road: { en: 'By road', zh: '公路' },
  courier: { en: 'By courier', zh: '快递' },
  post: { en: 'By post', zh: '邮政' },
}

/** Both empty for no mode. */
export function transportPair(mode: TransportMode | ''): Pair {
  return mode === '' ? { en: '', zh: '' } : words[mode]
}
