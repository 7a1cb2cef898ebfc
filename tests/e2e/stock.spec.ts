// Goods come in, go to another place where less of them arrives, and a day in the past is refused, or shown for what it changes.
import { addDays, dayOf, type Instant } from '#shared/dates.ts'
import { ShellPage } from './pages/shell-page.ts'
import { StockPage } from './pages/stock-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('receive, transfer with a short arrival, and back-dated days', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const [shell, stock] = [new ShellPage(program), new StockPage(program)]
  await new WelcomePage(program).makeBook({ company: 'Pebble & Tide', country: 'China', owner: 'Mei' })
  const today = dayOf(Date.now() as Instant, 'Asia/Shanghai')

  await test.step('a product and a second place', async () => {
    await shell.go('products')
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: t('products.fields.sku') }).fill('MUG-1')
    await page.getByRole('textbox', { name: t('products.fields.nameEn'), exact: true }).fill('Oak mug')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(stock.title).toContainText('MUG-1')
    await shell.go('warehouses')
    await page.getByRole('button', { name: t('warehouses.new') }).click()
    await page.getByRole('textbox', { name: t('warehouses.fields.name'), exact: true }).fill('Lodz')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.getByRole('rowheader', { name: 'Lodz' })).toBeVisible()
  })

  await test.step('goods are received by keyboard, as a scanner types', async () => {
    await shell.go('stockDocuments')
    await stock.begin('receipt')
    await stock.scan('MUG-1', '100')
    await stock.line('unitCost').fill('2.50')
    await stock.post()
    await stock.expectPosted('GR')
    await expect(page.getByRole('cell', { name: '250.00', exact: true })).toBeVisible()
    await expectAccessible(page, 'a stock document')
  })

  await test.step('ten leave, eight arrive: two stay in transit until they are settled', async () => {
    await shell.go('stockDocuments')
    await stock.begin('transfer')
    await stock.choose('to', 'Lodz')
    await stock.scan('MUG-1', '10')
    await stock.post()
    await stock.expectPosted('TR')
    await page.getByRole('button', { name: t('stock.arrive.open') }).click()
    const arrival = page.getByRole('dialog')
    await arrival.getByRole('textbox', { name: /1$/ }).fill('8')
    await page.keyboard.press('Enter')
    await expect(stock.title).toContainText(t('stock.states.part_arrived'))
    await page.getByRole('button', { name: t('stock.settle.open') }).click()
    await expectAccessible(page, 'settling a difference')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('stock.settle.post') })
      .click()
    await expect(stock.title).toContainText(t('stock.states.arrived'))
  })

  await test.step('a day before anything was there is refused, and told in full', async () => {
    await shell.go('stockDocuments')
    await stock.begin('issue')
    await stock.scan('MUG-1', '5')
    await stock.on(addDays(today, -9))
    await stock.post()
    const told = page.getByRole('alert').filter({ hasText: t('stock.shortage.title') })
    for (const text of ['MUG-1', t('warehouses.main'), addDays(today, -9), '0 pcs', '5 pcs']) {
      await expect(told).toContainText(text)
    }
    await expect(stock.line('quantity')).toHaveAttribute('aria-invalid', 'true')
  })

  await test.step('goods received in the past show the later figures that change, before they are posted', async () => {
    await stock.on(today)
    await shell.go('stockDocuments')
    await page.getByRole('button', { name: t('fields.form.leaveYes') }).click()
    await stock.begin('receipt')
    await stock.scan('MUG-1', '7')
    await stock.on(addDays(today, -9))
    await stock.post()
    const later = page.getByRole('dialog', { name: t('stock.later.title') })
    await expect(later.getByRole('row').filter({ hasText: 'MUG-1' }).first()).toContainText(/90.*97 pcs/)
    await page.keyboard.press('Enter')
    await expect(stock.title).toHaveText(/^GR-\d{4}-0002/)
  })
})
