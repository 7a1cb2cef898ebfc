// Orders of two channels come in at once; a SKU that nobody knows is matched by keyboard and found the next time.
import { ImportPage } from './pages/import-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { writeFiles } from './support/files.ts'
import { expect, test } from './support/test.ts'

const products = 'SKU,Name,Price,Cost\nM-BLUE,Blue enamel mug,9.00,3.00\nJ-RED,Red jug,19.00,8.00\n'
const shopify = `Name,Email,Financial Status,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Shipping Name,Shipping Address1,Shipping City,Shipping Zip,Shipping Country
#1001,ann@example.com,paid,unfulfilled,USD,37.00,5.00,0.00,42.00,2026-09-22 09:00:00 -0700,2,Blue enamel mug,9.00,M-BLUE,Ann A,Ann A,1 Oak St,Mesa,'85201,US
#1001,ann@example.com,,,,,,,,,1,Red jug,19.00,J-RED,,,,,,
`
const ebay = `,,,,
Sales Record Number,Order Number,Buyer Username,Item Number,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,Total Price,Sale Date,Paid On Date
71,12-1,bob,1101,Blue enamel mug pack of three,MUG3,2,US $25.00,US $0.00,US $50.00,Sep-22-26,Sep-22-26
1,record(s) downloaded,
Seller ID : someone
`

test('orders of two channels come in; a SKU is matched with Enter and fills its lines', async ({ launch, folder }) => {
  const program = await launch()
  const { page, t } = program
  const [welcome, importing, shell] = [new WelcomePage(program), new ImportPage(program), new ShellPage(program)]
  await welcome.makeBook({ company: 'Pebble & Tide', country: 'United States', owner: 'Mei' })
  await importing.choose(writeFiles(folder, { 'products.csv': products }))
  await importing.answer(/^USD/)
  await importing.tryOut()
  await importing.run()

  await test.step('both files are known by their headers, each as its own channel', async () => {
    await importing.drop(writeFiles(folder, { 'orders_export.csv': shopify, 'eBay-OrdersReport.csv': ebay }))
    await expect(importing.file('orders_export.csv')).toContainText(t('import.readiness.ready'))
    await expect(importing.file('eBay-OrdersReport.csv')).toContainText(t('import.readiness.ready'))
    await importing.tryOut()
    await importing.run()
    await expect(page.getByText(t('import.channels.title', { channel: 'shopify' }))).toBeVisible()
    await expect(page.getByText(t('import.channels.unknown', { count: 1, formatted: '1' }))).toBeVisible()
    await expectAccessible(page, 'report of channels')
  })

  await test.step('the suggestion is taken with Enter, three of ours for one of theirs', async () => {
    await page.getByRole('link', { name: t('import.channels.map') }).click()
    const product = page.getByRole('combobox', { name: t('channels.unknown.productOf', { sku: 'MUG3' }) })
    await expect(product).toHaveValue('M-BLUE')
    const factor = page.getByRole('textbox', { name: t('channels.unknown.factorOf', { sku: 'MUG3' }) })
    await factor.fill('3')
    await expectAccessible(page, 'SKUs to match')
    await factor.press('Enter')
    await expect(page.getByText(t('channels.unknown.none'))).toBeVisible()
  })

  await test.step('the order has six mugs, and what it comes to has not moved', async () => {
    await shell.go('orders')
    await page.getByText('12-1').first().dblclick()
    await page.getByRole('tab', { name: t('channels.panel.title') }).click()
    await expect(page.getByText('ebay · eBay', { exact: true })).toBeVisible()
    await expect(page.getByText('50.00').first()).toBeVisible()
  })

  await test.step('channels stand with what came through them', async () => {
    await shell.go('channels')
    const row = page.getByRole('row', { name: /^ebay/ })
    await expect(row).toContainText('eBay')
    await row.getByRole('button', { name: `${t('common.edit')}: ebay` }).click()
    await expect(page.getByRole('dialog')).toContainText(t('channels.fields.collectsMoney'))
    await expectAccessible(page, 'a channel')
  })
})
