// A count sheet that never was, to look at a template with.
import type { SheetToPrint } from '#main/services/papers/kinds/count-sheet.ts'
import type { Day } from '#shared/dates.ts'

const none = { batch: '', expiresOn: null, unit: 'pcs', countedMilli: null }

export const sampleSheet: SheetToPrint = {
  number: 'SC-2026-0001',
  on: '2026-11-22' as Day,
  place: { en: 'Main warehouse', zh: '主仓库' },
  isBlind: false,
  lines: [
    {
      ...none,
      bin: 'A-01',
      sku: 'HP-0333',
      nameEn: 'Linen napkin, natural',
      nameZh: '亚麻餐巾 本色',
      expectedMilli: 600_000,
    },
    {
      ...none,
      bin: 'A-02',
      sku: 'HP-1042',
      nameEn: 'Oak serving board, 40 cm',
      nameZh: '橡木托盘 40厘米',
      expectedMilli: 240_000,
    },
    {
      ...{ ...none, batch: 'L2611', expiresOn: '2027-05-31' },
      ...{
        bin: 'B-01',
        sku: 'HP-2210',
        nameEn: 'Beeswax polish, 250 ml',
        nameZh: '蜂蜡护理膏 250毫升',
        expectedMilli: 84_000,
      },
    },
  ],
}
