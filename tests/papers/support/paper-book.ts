// A book whose papers have everything that can go wrong in print: both languages, accents, ², ³, µ, long names, words
// without a break, a logo and a stamp, an order of one line and orders of any length.
import { PNG } from 'pngjs'
import type { WriteTx } from '#main/db/database.ts'
import { keepBytes } from '#main/services/attachments/keep-content.ts'
import { saveCompany } from '#main/services/book/book-commands.ts'
import { addCategory } from '#main/services/catalog/category-commands.ts'
import type { Id } from '#shared/ids.ts'
import { companyInput } from '#shared/schemas/book.ts'
import { categoryInput } from '#shared/schemas/catalog.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

export const productCount = 200
export const longName = `Serving tray with ${'very '.repeat(6)}long name, unbroken ${'x'.repeat(200)} word`

export type Goods = { id: Id; sku: string; nameEn: string; nameZh: string; quantity: number; price: string }

export function paperBook() {
  const book = testBook()
  const filled = book.write((tx) => {
    const customer = fillParties(tx)
    return { customer, goods: fillProducts(tx) }
  })
  const orderOf = (lines: number): Id =>
    book.write((tx) =>
      makeOrder(tx, {
        customerId: filled.customer,
        requiredOn: '2026-12-18',
        lines: filled.goods
          .slice(0, lines)
          .map(({ id, quantity, price }) => ({ productId: id, quantity, unitPrice: price })),
        shipTo: {
          name: 'Zentrallager Süd',
          street: 'Am Güterbahnhof 7',
          city: 'München',
          postalCode: '80339',
          country: 'DE',
        },
      }),
    )
  return { book, ...filled, orderOf }
}

function fillParties(tx: WriteTx): Id {
  const logo = keepBytes(tx, { name: 'logo.png', content: flatPicture(240, 80, [10, 112, 112]), thumbnail: null })
  const stamp = keepBytes(tx, { name: 'stamp.png', content: flatPicture(120, 120, [190, 40, 40]), thumbnail: null })
  saveCompany(
    tx,
    companyInput.parse({
      companyName: 'Harbour & Pine Trading Co., Ltd.',
      companyNameZh: '港松贸易有限公司',
      country: 'CN',
      street: '88 Zhongshan Road',
      city: 'Ningbo',
      region: 'Zhejiang',
      postalCode: '315000',
      streetZh: '中山路88号',
      cityZh: '宁波市',
      regionZh: '浙江省',
      phone: '+86 574 5555 0188',
      email: 'sales@harbour-pine.example',
      website: 'harbour-pine.example',
      baseCurrency: 'USD',
      timeZone: 'Asia/Shanghai',
      workingDays: '12345',
      numbers: [{ kind: 'registration', country: 'CN', number: '91330200MA2AXYZ12K' }],
      bankAccounts: [
        {
          label: 'USD',
          beneficiary: 'Harbour & Pine Trading Co., Ltd.',
          bankName: 'Bank of Ningbo',
          bankAddress: '345 Ningdong Road, Ningbo',
          accountNumber: '5100 1234 5678 9012',
          swift: 'BKNBCN2N',
          currency: 'USD',
        },
      ],
    }),
  )
  tx.update('books', 1, { logo_id: logo.id, stamp_id: stamp.id })
  makeRate(tx, 'USD', 'EUR', '2026-11-20', '0.9215')
  return makeCustomer(tx, 'Alpine Home GmbH', {
    nameZh: '阿尔卑斯家居有限公司',
    country: 'DE',
    language: 'en',
    taxNumber: 'DE811569869',
    contacts: [{ name: 'Greta Lindqvist' }],
    addresses: [{ kind: 'billing', street: 'Speicherstraße 12', city: 'Hamburg', postalCode: '20457', country: 'DE' }],
  })
}

function fillProducts(tx: WriteTx): Goods[] {
  const kitchen = addCategory(tx, categoryInput.parse({ nameEn: 'Kitchen', nameZh: '厨房用品' }))
  return Array.from({ length: productCount }, (_, index) => {
    const goods = goodsAt(index)
    const id = makeProduct(tx, {
      sku: goods.sku,
      nameEn: goods.nameEn,
      nameZh: goods.nameZh,
      unit: index % 7 === 6 ? 'set' : 'pcs',
      categoryId: index % 3 === 0 ? idOf(kitchen) : null,
      hsCode: '4419.90',
      originCountry: 'CN',
      barcodes: [`69012345${String(index).padStart(4, '0')}`],
      netWeightGrams: 400 + index,
      moq: 50,
      price: { amount: goods.price, currency: 'USD' },
    })
    return { ...goods, id }
  })
}

function idOf(made: Id | { id: Id }): Id {
  return typeof made === 'number' ? made : made.id
}

const oddNames = [
  ['Crème brûlée dish Ø 12 cm, 0.5 m² box, 2 m³, 5 µm glaze', '焦糖布丁碗 直径12厘米 0.5 m² 2 m³ 5 µm'],
  [longName, '名称很长的托盘'.repeat(20)],
  ['Łódź "rustic" board <b>40</b> & more', '罗兹木板「粗犷」'],
] as const

function goodsAt(index: number): Omit<Goods, 'id'> {
  const [nameEn, nameZh] = oddNames[index] ?? [`Oak board ${index}`, `橡木板 ${index}号`]
  const quantity = 1001 + index
  return {
    sku: `QP-${String(7001 + index)}`,
    nameEn,
    nameZh,
    quantity,
    price: `${index + 1}.${String(index % 100).padStart(2, '0')}`,
  }
}

/** A picture of one colour with a white inner field. */
function flatPicture(width: number, height: number, colour: readonly [number, number, number]): Uint8Array {
  const png = new PNG({ width, height })
  for (let at = 0; at < width * height; at += 1) {
    const isInner = at % width > 8 && at % width < width - 8 && at > width * 8 && at < width * (height - 8)
    png.data.set(isInner ? [255, 255, 255, 255] : [...colour, 255], at * 4)
  }
  return PNG.sync.write(png)
}
