// From two channels’ files to money and back: a SKU is matched, an order confirmed, sent, paid in part in another currency and
// credited; its customer is erased, and what is owed stands as before.
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { outFile } from '#tests/support/built-program.ts'
import { ImportPage } from './pages/import-page.ts'
import { ListPage } from './pages/list-page.ts'
import { SellingPage } from './pages/selling-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { writeFiles } from './support/files.ts'
import { expect, test } from './support/test.ts'

const begin = {
  'products.csv': 'SKU,Name,Price USD,Cost USD\nM-BLUE,Blue enamel mug,12.00,3.00\nJ-RED,Red jug,24.00,8.00\n',
  'stock.csv': 'SKU,Stock on hand,Stock date\nM-BLUE,50,2026-09-01\nJ-RED,20,2026-09-01\n',
  'rates.csv': 'Rate date,From currency,To currency,Exchange rate\n2026-09-22,EUR,USD,1.10\n',
}
// Two mugs and a jug for 45.00 EUR with freight, not paid yet.
const shopify = `Name,Email,Financial Status,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Shipping Name,Shipping Address1,Shipping City,Shipping Zip,Shipping Country
#2001,anna@berg.example,pending,unfulfilled,EUR,40.00,5.00,0.00,45.00,2026-09-22 09:00:00 +0200,2,Blue enamel mug,10.00,M-BLUE,Anna Berg,Anna Berg,Lindenweg 1,Ulm,'89073,DE
#2001,anna@berg.example,,,,,,,,,1,Red jug,20.00,J-RED,,,,,,
`
const columns = [
  ...['order-id', 'order-item-id', 'purchase-date', 'payments-date', 'buyer-name', 'sku', 'product-name'],
  ...['quantity-purchased', 'currency', 'item-price', 'item-tax', 'shipping-price', 'shipping-tax', 'recipient-name'],
  ...['ship-address-1', 'ship-city', 'ship-state', 'ship-postal-code', 'ship-country'],
]
const sold = [
  ...[
    '114-1',
    '6201',
    '2026-09-23T15:04:11+00:00',
    '2026-09-23T15:05:00+00:00',
    'Dana W',
    'AMZ-JUG',
    'Crimson pitcher',
    '1',
  ],
  ...['USD', '24.00', '2.00', '0.00', '0.00', 'Dana W', '1 Oak St', 'Phoenix', 'AZ', '85003', 'US'],
]
const amazon = `${columns.join('\t')}\n${sold.join('\t')}\n`

/** What is owed on that day, by age, in all, not applied, and since when: 39 days late is what is left of the euros. */
const asOf = '2026-10-31'
const byChannel = ['amazon channel', 'USD', '–', '–', '24.00', '–', '–', '24.00', '–', '2026-09-23']
const ofCustomer = ['EUR', '–', '–', '25.00', '–', '–', '25.00', '-10.00', '2026-09-22']

/** What the command line says of the closed book. */
function checked(folder: string): unknown {
  const [book = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.quay'),
  )
  const env = { ...process.env, QUAYSIDE_DATA: path.join(folder, 'settings'), INIT_CWD: folder }
  const args = [outFile('main/cli.js'), 'check', path.join(folder, book), '--json']
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' }))
}

test('from two channels to what is owed, and a customer who is forgotten', async ({ launch, folder }) => {
  const program = await launch()
  const { page, t } = program
  const [importing, selling, shell] = [new ImportPage(program), new SellingPage(program), new ShellPage(program)]
  await new WelcomePage(program).makeBook({ company: 'Pebble & Tide', country: 'United States', owner: 'Mei' })
  await importing.choose(writeFiles(folder, begin))
  await importing.tryOut()
  await importing.run()

  await test.step('two channels come in; the unknown SKU is matched with Enter', async () => {
    await importing.drop(writeFiles(folder, { 'orders_export.csv': shopify, 'amazon.txt': amazon }))
    await expect(importing.file('amazon.txt')).toContainText(t('import.readiness.ready'))
    await importing.tryOut()
    await importing.run()
    await page.getByRole('link', { name: t('import.channels.map') }).press('Enter')
    const product = page.getByRole('combobox', { name: t('channels.unknown.productOf', { sku: 'AMZ-JUG' }) })
    await product.fill('J-RED')
    await expect(page.getByRole('option').first()).toContainText('J-RED')
    await product.press('Enter')
    await page.getByRole('textbox', { name: t('channels.unknown.factorOf', { sku: 'AMZ-JUG' }) }).press('Enter')
    await expect(page.getByText(t('channels.unknown.none'))).toBeVisible()
  })

  await test.step('the order is confirmed and sent', async () => {
    await selling.openOrder('#2001')
    await selling.confirm('2026-09-23')
    await selling.dispatch('2026-09-24')
  })

  await test.step('a part is paid in dollars; what that gains stands there before it is saved', async () => {
    await selling.showPayments()
    const receipt = { on: '2026-10-10', currency: 'USD', settles: '20.00', paid: '23.00' }
    const dialog = await selling.beginReceipt('#2001', receipt)
    // 20.00 EUR stand in the books at 22.00 USD.
    await expect(dialog.getByText('1.00 USD', { exact: true })).toBeVisible()
    await expectAccessible(page, 'money received')
    await dialog.getByRole('textbox', { name: t('payments.fields.note') }).press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(selling.title).toContainText(t('orders.payment.part'))
    await expect(page.getByRole('button', { name: '1.00 USD' })).toBeVisible()
  })

  await test.step('a mug comes back with a credit note', async () => {
    await selling.credit(1, '1', '2026-10-20')
  })

  await test.step('what is owed: by the customer in euros, by the channel in dollars', async () => {
    expect(await selling.ageing(asOf)).toEqual([byChannel, ['Anna Berg', ...ofCustomer]])
    await expectAccessible(page, 'ageing')
  })

  await test.step('the customer is erased', async () => {
    await shell.go('customers')
    await new ListPage(program).cell('Anna Berg', 'name').click()
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByRole('button', { name: t('erasure.action') }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox').check()
    await dialog.getByLabel(t('erasure.type', { name: 'Anna Berg' })).fill('Anna Berg')
    await dialog.getByRole('button', { name: t('erasure.erase') }).press('Enter')
    await expect(dialog.getByText(t('erasure.done', { name: 'Anna Berg' }))).toBeVisible()
    await dialog.getByRole('button', { name: t('erasure.finish') }).press('Enter')
  })

  await test.step('the ledger is whole: the same is owed, and the book agrees with itself', async () => {
    expect(await selling.ageing(asOf)).toEqual([byChannel, ['—', ...ofCustomer]])
    await program.stop()
    expect(checked(folder)).toMatchObject({ ok: true, problems: [] })
  })
})
