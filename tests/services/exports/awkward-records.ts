// Records whose text is what files stumble over.
import type { WriteTx } from '#main/db/database.ts'
import { addProduct } from '#main/services/catalog/product-commands.ts'
import { addOrder } from '#main/services/orders/order-commands.ts'
import { addParty } from '#main/services/parties/party-commands.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { partyInput } from '#shared/schemas/parties.ts'

export const awkwardTexts = [
  '=HYPERLINK("http://example","x")',
  '+1+cmd|x',
  '-12.5',
  '-not a number',
  '@SUM(A1)',
  "'=quoted already",
  'two\nlines',
  'comma, semicolon; tab\tand "quotes"',
  '000123456789',
  '123456789012345678',
  '1e5',
  '3/4',
  '中文 名称，全角',
  'Total',
  '\u{1f4e6} box',
] as const

/** A product, a customer and an order for each text; and two customers of one name, told apart by their codes. */
export function addAwkwardRecords(tx: WriteTx): void {
  for (const code of ['TWIN-1', 'TWIN-2']) {
    const customerId = addParty(tx, partyInput.parse({ roles: ['customer'], name: 'Twin Stores', code }))
    addOrder(tx, orderInput.parse({ customerId, orderedOn: '2026-03-02', currency: 'USD' }))
  }
  awkwardTexts.forEach((text, index) => {
    const line = text.replaceAll(/\s+/g, ' ')
    const productId = addProduct(
      tx,
      productInput.parse({
        sku: `X ${line}`,
        nameEn: line,
        barcodes: [`00${index}`],
        hsCode: '0012.34',
        note: text,
        price: { amount: '0.123456', currency: 'USD' },
        moq: 0.125,
        vatRatePercent: 0.5,
      }),
    )
    const customerId = addParty(
      tx,
      partyInput.parse({
        roles: ['customer'],
        name: line,
        country: 'DE',
        tags: ['fair 2026'],
        sale: {
          kind: index % 2 === 0 ? 'person' : 'company',
          eori: `DE00${index}`,
          source: 'a fair, in May',
          channel: 'shop',
          tier: 'A+',
          bornOn: '1980-02-29',
          terms: { depositPercent: 12.5, dueFrom: 'month_end', dueDays: 45 },
          creditLimit: { amount: '1234.56', currency: 'EUR' },
        },
        note: text,
        addresses: [
          { street: line, postalCode: '00501', country: index % 3 === 0 ? '' : index % 3 === 1 ? 'DE' : 'AT' },
        ],
        contacts: [{ name: line, title: line }],
      }),
    )
    addOrder(
      tx,
      orderInput.parse({
        number: `N ${line}`,
        customerId,
        orderedOn: '2026-03-02',
        status: 'confirmed',
        currency: index % 2 === 0 ? 'JPY' : 'USD',
        shipTo: { name: line, street: line, postalCode: '00501' },
        note: text,
        lines: [
          { productId, quantity: 1.5, unitPrice: '0.123456', discountPercent: 33.3333, description: line },
          { productId, quantity: 2, unitPrice: '-10', discountPercent: 0 },
        ],
      }),
    )
  })
}
