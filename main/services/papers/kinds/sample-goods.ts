// A delivery that never was, to look at a template with.
import type { GoodsToPrint } from '#main/services/papers/kinds/goods-note.ts'
import type { StockDocumentLine } from '#shared/schemas/stock-documents.ts'

const line = (
  part: Pick<StockDocumentLine, 'movementId' | 'sku' | 'name' | 'nameZh' | 'quantity'>,
): StockDocumentLine => ({
  ...{ kind: 'issue', on: '2026-11-22', productId: part.movementId, unit: 'pcs', warehouseId: 1, warehouse: '' },
  ...{ batchId: null, batch: '', expiresOn: null, binId: null, bin: '', reason: '', note: '' },
  ...{ unitCost: null, rate: null, rateOn: null, value: null, originId: null, reversesId: null, reversedById: null },
  ...part,
})

export const sampleGoods: GoodsToPrint = {
  document: {
    ...{ id: 1, number: 'GI-2026-0001', kind: 'issue', on: '2026-11-22', warehouseId: 1, warehouse: '' },
    ...{ toWarehouseId: null, toWarehouse: '', partyId: null, party: 'Sample & Co.', partyZh: '', orderId: null },
    ...{ orderNumber: 'SO-2026-0001', reason: '', reference: 'PO 4711', note: '', state: 'posted' },
    ...{ archived: false, shipment: null },
    ...{ baseCurrency: 'USD', transit: [], reversesOn: '2026-11-22' },
    lines: [
      line({
        movementId: 1,
        sku: 'HP-1042',
        name: 'Oak serving board, 40 cm',
        nameZh: '橡木托盘 40厘米',
        quantity: -240,
      }),
      {
        ...line({
          movementId: 2,
          sku: 'HP-2210',
          name: 'Beeswax polish, 250 ml',
          nameZh: '蜂蜡护理膏 250毫升',
          quantity: -84,
        }),
        ...{ batch: 'L2611', expiresOn: '2027-05-31', bin: 'B-01', note: '2 cartons' },
      },
    ],
  },
  party: {
    ...{ id: 1, code: 'C-001', name: 'Sample & Co.', nameZh: '样品公司', language: 'en', country: 'DE', taxNumber: '' },
    ...{ email: '', phone: '+49 40 123456', contact: 'Ms Sample' },
    address: { street: 'Kaistraße 1', city: 'Hamburg', region: '', postalCode: '20457', country: 'DE' },
  },
  place: { en: 'Main warehouse', zh: '主仓库' },
  toPlace: { en: '', zh: '' },
}
