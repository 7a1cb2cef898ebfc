// A channel’s payout from its file to the payment: imported, matched, compared, booked; its fees become costs, and the profit of
// the order says so.
import { ImportPage } from './pages/import-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { writeFiles } from './support/files.ts'
import { expect, test } from './support/test.ts'

const products = `SKU,Name,Price USD,Cost USD
MUG,Oak mug,40.00,12.00
`
const orders = `Order ID,Order Date,SKU,Quantity,Unit Price,Currency
114-1,2026-02-02,MUG,1,40.00,USD
114-2,2026-02-03,MUG,2,40.00,USD
`
const columns =
  'settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency transaction-type'
const more = 'order-id amount-type amount-description amount posted-date sku'
const paid = (order: string, type: string, what: string, amount: string) =>
  ['18001', '', '', '', '', '', 'Order', order, type, what, amount, '2026-02-05', 'MUG'].join('\t')
const payout = [
  `${columns} ${more}`.replaceAll(' ', '\t'),
  ['18001', '2026-02-01', '2026-02-15', '2026-02-17', '102.00', 'USD', ...Array(7).fill('')].join('\t'),
  paid('114-1', 'ItemPrice', 'Principal', '40.00'),
  paid('114-1', 'ItemFees', 'Commission', '-6.00'),
  paid('114-2', 'ItemPrice', 'Principal', '79.00'),
  paid('114-2', 'ItemFees', 'Commission', '-11.00'),
].join('\n')

test('a payout comes in, is compared with its orders and booked; an order says what it earned', async ({
  launch,
  folder,
}) => {
  const program = await launch()
  const { page, t } = program
  const [importing, shell] = [new ImportPage(program), new ShellPage(program)]
  const money = (amount: string) => page.getByRole('cell', { name: amount, exact: true })
  await new WelcomePage(program).makeBook({ company: 'Pebble & Tide', country: 'United States', owner: 'Mei' })

  await test.step('its file is known by its headers', async () => {
    const files = { 'products.csv': products, 'orders.csv': orders, 'payout.txt': payout }
    await importing.choose(writeFiles(folder, files))
    await expect(importing.file('payout.txt')).toContainText(t('import.readiness.ready'))
    await importing.tryOut()
    expect(await importing.counts('payout.txt')).toEqual(['5', '0', '0', '0'])
    await importing.run()
  })

  await test.step('what it is made of, and where it and the orders do not agree', async () => {
    await shell.go('sales')
    await page.getByRole('link', { name: t('sales.toSettlements') }).press('Enter')
    // The report before has rows of its own, which lead elsewhere.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sales.settlements.title'))
    await page.locator('.ag-row').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(t('sales.settlements.states.open'))
    await expect(page.getByText(t('sales.settlements.differences.amount'))).toBeVisible()
    await expect(money('-1.00 USD')).toBeVisible()
    await expectAccessible(page, 'a settlement')
  })

  await test.step('it is booked as one payment', async () => {
    await page.getByRole('button', { name: t('sales.settlements.post') }).press('Enter')
    const dialog = page.getByRole('dialog')
    const day = dialog.getByRole('textbox', { name: t('sales.settlements.day') })
    await expect(day).toBeFocused()
    await expect(day).toHaveValue('2026-02-17')
    await day.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(t('sales.settlements.states.posted'))
  })

  await test.step('the order knows its real fee, and a cost that is entered', async () => {
    const order = page.getByRole('row').filter({ hasText: 'Commission' }).filter({ hasText: '-6.00' })
    await order.getByRole('link').press('Enter')
    await page.getByRole('tab', { name: t('sales.profit.title') }).click()
    const fee = page
      .getByRole('row')
      .filter({ hasText: t('sales.parts.platform_fee') })
      .first()
    await expect(fee).toContainText(t('sales.states.real'))
    await expect(fee).toContainText('-6.00')
    await page.getByRole('button', { name: t('sales.profit.addCost') }).press('Enter')
    const amount = page.getByRole('textbox', { name: t('sales.costs.fields.amount') })
    await amount.fill('2.50')
    await amount.press('Enter')
    const freight = page
      .getByRole('row')
      .filter({ hasText: t('sales.parts.freight') })
      .first()
    await expect(freight).toContainText('-2.50')
    const total = page
      .getByRole('row')
      .filter({ hasText: t('sales.profit.profit') })
      .last()
    await expect(total).toContainText('19.50')
    await expectAccessible(page, 'the profit of an order')
  })

  await test.step('and the report adds it up', async () => {
    await shell.go('sales')
    await page.getByText(t('sales.views.earned'), { exact: true }).click()
    await expect(page.getByText('2026-02', { exact: true }).first()).toBeVisible()
    await expectAccessible(page, 'the sales report')
  })
})
