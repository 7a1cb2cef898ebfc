// The road of a shipment: a marketplace's order is packed into cartons, listed, sent and told to the channel; news of it are pasted in
// two languages until customs hold it and until it is there; then it comes back. What lies in stock is exact at each stage.
import { readFileSync } from 'node:fs'
import { formatFor } from '#renderer/lib/format.ts'
import { asDay } from '#shared/dates.ts'
import { ImportPage } from './pages/import-page.ts'
import { SellingPage } from './pages/selling-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { ShipmentPage } from './pages/shipment-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { writeFiles } from './support/files.ts'
import { expect, test } from './support/test.ts'

const begin = {
  'products.csv': [
    'SKU,Name,Pieces per carton,Carton length cm,Carton width cm,Carton height cm,Carton net weight kg,Carton gross weight kg',
    'M-BLUE,Blue enamel mug,12,40,30,25,4.8,5.4',
    'J-RED,Red jug,6,50,40,35,7.2,8.4',
    '',
  ].join('\n'),
  'stock.csv': 'SKU,Stock on hand,Stock date\nM-BLUE,500,2026-09-01\nJ-RED,200,2026-09-01\n',
}
const columns = [
  ...['order-id', 'order-item-id', 'purchase-date', 'payments-date', 'buyer-name', 'sku', 'product-name'],
  ...['quantity-purchased', 'currency', 'item-price', 'item-tax', 'shipping-price', 'shipping-tax', 'recipient-name'],
  ...['ship-address-1', 'ship-city', 'ship-state', 'ship-postal-code', 'ship-country'],
]
const bought = (item: string, sku: string, quantity: string) => [
  ...['114-1234567-7654321', item, '2026-09-23T15:04:11+00:00', '2026-09-23T15:05:00+00:00', 'Dana W', sku, sku],
  ...[quantity, 'USD', '240.00', '0.00', '0.00', '0.00', 'Dana W', '1 Oak St', 'Phoenix', 'AZ', '85003', 'US'],
]
const order = [columns, bought('62011111111111', 'M-BLUE', '30'), bought('62022222222222', 'J-RED', '7')]

const number = '1Z999AA10123456784'
const held = `${number}
2026-09-26 09:10 Departed from facility, Louisville
2026-09-28 08:00 【芝加哥】进口海关查验`
const there = `${number}
2026-09-29 16:20 【芝加哥】海关放行
2026-10-01 10:05 Delivered, front door`

const amazon = `${order.map((cells) => cells.join('\t')).join('\n')}\n`

test('an order is packed, sent, held, delivered and comes back, and stock is exact at each stage', async ({
  launch,
  folder,
}) => {
  const program = await launch()
  const { page, t } = program
  const [importing, selling, shell] = [new ImportPage(program), new SellingPage(program), new ShellPage(program)]
  const shipment = new ShipmentPage(program)
  const title = page.getByRole('heading', { level: 1 })
  const row = (field: Parameters<typeof t>[0], number: number) =>
    page.getByRole('textbox', { name: t('packing.fields.of', { field: t(field), number }), exact: true })
  await new WelcomePage(program).makeBook({ company: 'Pebble & Tide', country: 'United States', owner: 'Mei' })
  await importing.choose(writeFiles(folder, { ...begin, 'amazon.txt': amazon }))
  await importing.tryOut()
  await importing.run()

  await test.step('a shipment of the order', async () => {
    await selling.openOrder('114-1234567-7654321')
    await page.getByRole('tab', { name: t('shipments.panel.title'), exact: true }).click()
    await page.getByRole('link', { name: t('shipments.panel.new'), exact: true }).click()
    await expect(page.getByRole('combobox', { name: t('shipments.fields.carrier'), exact: true })).toBeFocused()
    await page.keyboard.press('ControlOrMeta+s')
    await expect(title).toContainText(/SH-\d{4}-\d{4}/)
  })

  await test.step('cartons are proposed: full ones, and one with what is left over', async () => {
    await page.getByRole('tab', { name: t('packing.panel.title'), exact: true }).click()
    await page.getByRole('link', { name: t('packing.panel.edit'), exact: true }).press('Enter')
    await page.getByRole('button', { name: t('packing.screen.propose'), exact: true }).press('Enter')
    await expect(row('packing.fields.pieces', 1)).toHaveValue('2')
    await expect(row('packing.fields.gross', 1)).toHaveValue('5.4')
    await expect(row('packing.fields.pieces', 3)).toHaveValue('1')
    // Six mugs and a jug lie together in the smallest carton that takes them.
    await expect(
      page.getByRole('textbox', { name: t('packing.fields.quantityOf', { sku: 'M-BLUE', number: 3 }) }),
    ).toHaveValue('6')
    await expect(row('packing.fields.length', 3)).toHaveValue('40')
    await row('packing.fields.gross', 3).fill('4.1')
    await expect(page.getByText('23.3 kg').first()).toBeVisible()
    await expectAccessible(page, 'packing')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(title).toContainText(/SH-\d{4}-\d{4}/)
    await expect(page.getByText(t('packing.lines.allPacked'))).toBeVisible()
  })

  await test.step('the packing list numbers the cartons through', async () => {
    await page.getByRole('link', { name: t('packing.panel.packingList'), exact: true }).press('Enter')
    const sheet = page.frameLocator('iframe').first()
    await expect(sheet.locator('td.cartons').first()).toHaveText('1–2')
    await expect(sheet.locator('tr.total')).toContainText('20.4')
    await page.goBack()
  })

  await test.step('sent with a number, its goods are gone', async () => {
    await expect(title).toContainText(/SH-\d{4}-\d{4}/)
    await page.getByRole('button', { name: t('shipments.verbs.pack'), exact: true }).press('Enter')
    await expect(title).toContainText(t('shipments.statuses.packed'))
    await shipment.keepAddress()
    expect(await shipment.stock()).toEqual({ 'M-BLUE': 500, 'J-RED': 200 })
    await shipment.open()
    await page.getByRole('button', { name: t('shipments.verbs.dispatch'), exact: true }).press('Enter')
    const dialog = page.getByRole('dialog')
    const on = dialog.getByRole('textbox', { name: t('shipments.moves.on') })
    await expect(on).toBeFocused()
    await on.fill('2026-09-25')
    await dialog.getByRole('textbox', { name: t('shipments.moves.numbers') }).fill(number)
    await dialog.getByRole('button', { name: t('shipments.verbs.dispatch'), exact: true }).press('Enter')
    await expect(dialog).toHaveCount(0)
    expect(await shipment.stock()).toEqual({ 'M-BLUE': 470, 'J-RED': 193 })
  })

  await test.step('the marketplace is told once', async () => {
    await page.evaluate(() => location.assign('#/shipments/files?for=amazon&from=2026-09-01'))
    const cells = page.getByRole('region', { name: t('packing.files.preview') }).getByRole('cell')
    await expect(cells.nth(0)).toHaveText('114-1234567-7654321')
    await expectAccessible(page, 'files out')
    const save = page.getByRole('button', { name: t('packing.files.save'), exact: true })
    const file = await program.download(() => save.press('Enter'))
    const lines = readFileSync(file, 'utf8').split('\r\n')
    expect(lines[0]?.split('\t').slice(0, 3)).toEqual(['order-id', 'order-item-id', 'quantity'])
    // One number for all cartons tells all goods of the order.
    expect(lines.slice(1, 3).map((line) => line.split('\t').slice(1, 3))).toEqual([
      ['62011111111111', '30'],
      ['62022222222222', '7'],
    ])
    expect(lines[1]).toContain(number)
    await expect(page.getByText(t('packing.files.noRows'))).toBeVisible()
  })

  await test.step('customs hold it: the board shows it there, and an alert says so', async () => {
    await shell.go('tracking')
    await shipment.paste(held, 2)
    await shell.go('shipments')
    const views = page.getByRole('radiogroup', { name: t('shipments.views.label') })
    await views.getByText(t('shipments.views.board'), { exact: true }).click()
    const column = page.getByRole('region', { name: new RegExp(`^${t('shipments.states.import_hold')}`) })
    await expect(column.getByRole('listitem')).toHaveCount(1)
    await shell.go('alerts')
    const day = formatFor('en').dayInWords(asDay('2026-09-28'))
    await expect(page.getByText(t('alerts.says.shipmentHeld', { day })).first()).toBeVisible()
  })

  await test.step('let go and handed out, its order is delivered too', async () => {
    await shell.go('tracking')
    await shipment.paste(there, 2)
    await shipment.open()
    await expect(title).toContainText(t('shipments.states.delivered'))
    await selling.openOrder('114-1234567-7654321')
    await expect(title).toContainText(t('orders.statuses.delivered'))
    expect(await shipment.stock()).toEqual({ 'M-BLUE': 470, 'J-RED': 193 })
  })

  await test.step('it comes back by a credit note, once', async () => {
    await shipment.open()
    const dialog = await shipment.beginReturn()
    const on = dialog.getByRole('textbox', { name: t('shipments.moves.backOn') })
    await on.fill('2026-10-20')
    await expect(dialog.getByRole('radio', { name: t('shipments.moves.asCredit') })).toBeChecked()
    await expectAccessible(page, 'a return')
    await on.press('ControlOrMeta+s')
    await expect(dialog).toHaveCount(0)
    expect(await shipment.stock()).toEqual({ 'M-BLUE': 500, 'J-RED': 200 })
    await shipment.open()
    await expect((await shipment.beginReturn()).getByText(t('shipments.moves.allBack'))).toBeVisible()
  })
})
