// Goods to pick that never were, to look at a template with.
import type { PickingRow } from '#shared/schemas/packing.ts'

const pick = (part: Pick<PickingRow, 'bin' | 'sku' | 'name' | 'nameZh' | 'quantity'>): PickingRow => ({
  ...{ warehouseId: 1, warehouse: 'Main warehouse', productId: null, unit: 'pcs', batch: '', expiresOn: null },
  ...{ isMissing: false, for: [] },
  ...part,
})

export const samplePicks: PickingRow[] = [
  pick({ bin: 'A-01', sku: 'HP-1042', name: 'Oak serving board, 40 cm', nameZh: '橡木托盘 40厘米', quantity: 24 }),
  {
    ...pick({
      bin: 'B-01',
      sku: 'HP-2210',
      name: 'Beeswax polish, 250 ml',
      nameZh: '蜂蜡护理膏 250毫升',
      quantity: 12,
    }),
    ...{ batch: 'L2611', expiresOn: '2027-05-31' },
  },
  {
    ...pick({ bin: '', sku: 'HP-0333', name: 'Linen napkin, natural', nameZh: '亚麻餐巾 本色', quantity: 60 }),
    isMissing: true,
  },
]
