// A small trader's files, made by code: shaped as the Northwind example is (keys across files, NULL for nothing, accents,
// discounts on the line), with a company and goods of the project's own. The same every time.

export type Line = {
  orderId: number
  productId: number
  quantity: number
  unitPriceCents: number
  discountPercent: number
}

export type Product = {
  id: number
  sku: string
  name: string
  supplierId: number
  categoryId: number
  priceCents: number
}

type Order = {
  id: number
  customer: string
  orderedOn: string
  requiredOn: string
  shippedOn: string | null
  carrierId: number
}

export const categories = ['Tableware', 'Lighting', 'Garden', 'Textiles']

const suppliers = [
  ['Atelier Lumière', 'Chloé Dubé', 'Lyon', 'France'],
  ['Töpferei Grünwald', 'Jörg Weiß', 'Jena', 'Germany'],
  ['Ningbo Seaview Crafts', 'Li Na', 'Ningbo', 'China'],
] as const

const customers = [
  ['ALPIN', 'Alpine Möbel GmbH', 'Zürich', 'Switzerland'],
  ['BRUUN', 'Bruun Interiør', 'Århus', 'Denmark'],
  ['CASAL', 'Casa Lima', 'Lima', 'Peru'],
  ['KANDA', 'Kanda Living', 'Tokyo', 'Japan'],
  ['MAPLE', 'Maple & Co.', 'Montréal', 'Canada'],
  ['VERDE', 'Studio Verde', 'Milano', 'Italy'],
  ['OFELI', 'Ofelia SL', 'Málaga', 'Spain'],
] as const

const carriers = ['Sea Freight Co.', 'Air Express', 'Landbridge Rail']

const goods = [
  'mug',
  'bowl',
  'tray',
  'lamp',
  'lantern',
  'planter',
  'bench',
  'cushion',
  'throw',
  'runner',
  'vase',
  'stool',
]
const materials = ['Oak', 'Stoneware']

export const products: readonly Product[] = materials.flatMap((material, row) =>
  goods.map((good, column): Product => {
    const id = row * goods.length + column + 1
    return {
      id,
      sku: `0${4200 + id}`,
      name: `${material} ${good}${id % 5 === 0 ? ' “Été”' : ''}`,
      supplierId: 1 + (id % suppliers.length),
      categoryId: 1 + (id % categories.length),
      priceCents: 450 + ((id * 1379) % 9000),
    }
  }),
)

const firstDay = Date.UTC(2024, 2, 4)
const dayMs = 86_400_000

function day(count: number): string {
  return new Date(firstDay + count * dayMs).toISOString().slice(0, 10)
}

export const orders: readonly Order[] = Array.from({ length: 40 }, (_, at): Order => {
  // Every tenth order never left: long past its day, it is late.
  const isLate = at % 10 === 9
  return {
    id: 10_248 + at,
    customer: customers[(at * 3) % customers.length]?.[0] ?? '',
    orderedOn: day(at * 11),
    requiredOn: day(at * 11 + 28),
    shippedOn: isLate ? null : day(at * 11 + 9),
    carrierId: 1 + (at % carriers.length),
  }
})

export const lines: readonly Line[] = orders.flatMap(({ id }, at) =>
  Array.from({ length: 2 + (at % 3) }, (_, place): Line => {
    // Squares favour the first products, so that few of them make most of the revenue.
    const product = products[((at * place + place * place) * 7 + at * at) % products.length] ?? products[0]
    if (!product) throw new RangeError('no products')
    const discounts = [0, 0, 5, 10, 25]
    return {
      orderId: id,
      productId: product.id,
      quantity: 1 + ((at * 5 + place * 3) % 24),
      unitPriceCents: product.priceCents,
      discountPercent: discounts[(at + place) % discounts.length] ?? 0,
    }
  }),
)

function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) => {
    if (value === null) return 'NULL'
    const text = String(value)
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

const clock = (on: string | null) => (on === null ? null : `${on} 00:00:00.000`)
const money = (cents: number) => (cents / 100).toFixed(2)

/** All files by name, as bytes. The suppliers come in an older encoding, as such programs write it. */
export function smallTraderFiles(): Record<string, Buffer> {
  const text = (rows: Parameters<typeof csv>[0]) => Buffer.from(csv(rows), 'utf8')
  return {
    'categories.csv': text([
      ['categoryID', 'categoryName', 'description'],
      ...categories.map((name, at) => [at + 1, name, `All ${name.toLowerCase()}`]),
    ]),
    'suppliers.csv': Buffer.from(
      csv([
        ['supplierID', 'companyName', 'contactName', 'city', 'region', 'country'],
        ...suppliers.map(([name, contact, city, country], at) => [at + 1, name, contact, city, null, country]),
      ]),
      'latin1',
    ),
    'customers.csv': text([
      ['customerID', 'companyName', 'city', 'region', 'country'],
      ...customers.map(([id, name, city, country]) => [id, name, city, null, country]),
    ]),
    'shippers.csv': text([['shipperID', 'companyName'], ...carriers.map((name, at) => [at + 1, name])]),
    'products.csv': text([
      ['productID', 'SKU', 'productName', 'supplierID', 'categoryID', 'unitPrice', 'unitsInStock'],
      ...products.map(({ id, sku, name, supplierId, categoryId, priceCents }) => [
        id,
        sku,
        name,
        supplierId,
        categoryId,
        money(priceCents),
        id % 7,
      ]),
    ]),
    'orders.csv': text([
      ['orderID', 'customerID', 'orderDate', 'requiredDate', 'shippedDate', 'shipVia', 'freight'],
      ...orders.map((order, at) => [
        order.id,
        order.customer,
        clock(order.orderedOn),
        clock(order.requiredOn),
        clock(order.shippedOn),
        order.carrierId,
        money(1250 + at),
      ]),
    ]),
    'order-details.csv': text([
      ['orderID', 'productID', 'unitPrice', 'quantity', 'discount'],
      ...lines.map(({ orderId, productId, unitPriceCents, quantity, discountPercent }) => [
        orderId,
        productId,
        money(unitPriceCents),
        quantity,
        (discountPercent / 100).toFixed(2),
      ]),
    ]),
  }
}
