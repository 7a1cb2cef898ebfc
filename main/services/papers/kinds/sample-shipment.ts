// A shipment that never was, to look at a template with.
import type { ShipmentToPrint } from '#main/services/papers/kinds/shipment-fields.ts'
import type { Day } from '#shared/dates.ts'

const line = (id: number, sku: string, name: string, nameZh: string, quantity: number) => ({
  ...{ id, productId: id, sku, name, nameZh, unit: 'pcs', description: '', quantity },
})

export const sampleShipment: ShipmentToPrint = {
  shipment: {
    ...{ number: 'SH-2026-0001', partyId: null, sentOn: '2026-11-22' as Day, packedOn: null, mode: 'sea' },
    ...{
      incoterm: 'FOB',
      place: 'Ningbo',
      reference: 'BK 4711',
      packingNote: '',
      carrier: 'Sample Lines',
      toPlace: '',
    },
    marks: 'SAMPLE & CO.\nSO-2026-0001\nHAMBURG',
    shipTo: {
      ...{
        name: 'Sample & Co.',
        street: 'Kaistraße 1',
        city: 'Hamburg',
        region: '',
        postalCode: '20457',
        country: 'DE',
      },
      ...{ phone: '+49 40 123456', email: '' },
    },
    orders: [{ id: 1, number: 'SO-2026-0001' }],
    purchases: [],
    legs: [
      {
        ...{ vessel: 'SAMPLE STAR', voyage: '047W', containerNumber: 'CSQU3054383', blNumber: 'SMPL0001' },
        from: { code: 'CNNGB', place: 'Ningbo', country: 'CN' },
        to: { code: 'DEHAM', place: 'Hamburg', country: 'DE' },
      },
    ],
    lines: [
      line(1, 'HP-1042', 'Oak serving board, 40 cm', '橡木托盘 40厘米', 246),
      line(2, 'HP-2210', 'Beeswax polish, 250 ml', '蜂蜡护理膏 250毫升', 84),
    ],
    parcels: [
      {
        ...{ pieces: 20, lengthMm: 420, widthMm: 320, heightMm: 260, netGrams: 9600, grossGrams: 10_200, marks: '' },
        contents: [{ lineId: 1, quantity: 240 }],
      },
      {
        ...{ pieces: 3, lengthMm: 360, widthMm: 240, heightMm: 180, netGrams: 6000, grossGrams: 6500, marks: '' },
        contents: [{ lineId: 2, quantity: 72 }],
      },
      {
        ...{ pieces: 1, lengthMm: 360, widthMm: 240, heightMm: 180, netGrams: 7800, grossGrams: 8300, marks: '' },
        contents: [
          { lineId: 1, quantity: 6 },
          { lineId: 2, quantity: 12 },
        ],
      },
    ],
  },
  party: null,
  products: new Map([
    [1, { origin: 'CN', barcode: '4006381333931' }],
    [2, { origin: 'CN', barcode: '' }],
  ]),
}
