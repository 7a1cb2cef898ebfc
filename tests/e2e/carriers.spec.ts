// What carriers offer is written down, compared for cartons and for a shipment, chosen, and billed.
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

const grid = ['kg\t1\t2', '10\t80\t120', '10+ each 0.5\t3.25\t4.50'].join('\n')

test('a service gets zones and pasted rates, and its price explains itself; a shipment chooses it and is billed', async ({
  launch,
}) => {
  const program = await launch()
  const { page, t } = program
  const title = page.getByRole('heading', { level: 1 })
  const dialog = page.getByRole('dialog')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  const go = (address: string) => page.evaluate((to) => location.assign(to), `#${address}`)
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('orders')

  await test.step('a service of a carrier', async () => {
    await go('/carrier-services/new')
    const carrier = page.getByRole('combobox', { name: t('carriers.fields.carrier') })
    await expect(carrier).toBeFocused()
    await carrier.fill('a')
    await page.getByRole('option').first().click()
    await box(t('carriers.fields.name')).fill('Cartons by night')
    await box(t('carriers.fields.daysMin')).fill('3')
    await box(t('carriers.fields.daysMax')).fill('5')
    await expectAccessible(page, 'a service of a carrier')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(title).toContainText('Cartons by night')
  })

  await test.step('zones by country and postal code', async () => {
    await button(t('carriers.zones.add')).press('Enter')
    await expect(box(t('carriers.zones.name'))).toBeFocused()
    await box(t('carriers.zones.places')).fill('DE, FR XX')
    await button(t('carriers.zones.addOne')).press('Enter')
    await box(t('carriers.zones.places')).nth(1).fill('GB-BT US')
    await button(t('common.save')).press('Enter')
    await expect(page.getByText(t('carriers.zones.unknown', { words: 'XX' }))).toBeVisible()
    await box(t('carriers.zones.places')).first().fill('DE FR')
    await button(t('common.save')).press('Enter')
    await expect(page.getByRole('region', { name: t('carriers.zones.title') })).toContainText('Germany, France')
  })

  await test.step('rates pasted from a spreadsheet, and fuel', async () => {
    await page.getByRole('link', { name: t('carriers.tables.new'), exact: true }).press('Enter')
    await button(t('carriers.paste.button')).press('Enter')
    const text = dialog.getByRole('textbox')
    await expect(text).toBeFocused()
    await text.fill(grid)
    await expect(dialog.getByRole('status').last()).toContainText('4')
    await dialog.getByRole('button', { name: t('carriers.paste.take'), exact: true }).press('Enter')
    const cell = box(t('carriers.rates.of', { field: '1', number: 2 }))
    await expect(cell).toHaveValue('80.00 + 3.25')
    await button(t('carriers.surcharge.add')).press('Enter')
    await box(t('carriers.surcharge.percent')).fill('18.5')
    await expectAccessible(page, 'a rate table')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.getByRole('table', { name: t('carriers.tables.rates') })).toContainText('120.00 + 4.50')
    await expectAccessible(page, 'the page of a service')
  })

  await test.step('two cartons side by side with all services; the price tells its parts', async () => {
    await go('/freight-quote')
    const of = (field: 'pieces' | 'length' | 'width' | 'height' | 'weight') =>
      box(t('carriers.rates.of', { field: t(`carriers.quote.${field}`), number: 1 }))
    for (const [field, value] of [
      ['pieces', '2'],
      ['length', '40'],
      ['width', '30'],
      ['height', '25'],
      ['weight', '4.2'],
    ] as const)
      await of(field).fill(value)
    const country = page.getByRole('combobox', { name: t('carriers.quote.country'), exact: true })
    await country.fill('Germ')
    await page.getByRole('option', { name: 'Germany' }).click()
    const row = page.getByRole('row', { name: /Cartons by night/ })
    await expect(row).toContainText('12 kg')
    await row.getByRole('button').first().press('Enter')
    await expect(dialog).toContainText('4 × 3.25')
    await expect(dialog).toContainText('17.21')
    await expectAccessible(page, 'compared rates')
    await page.keyboard.press('Escape')
  })

  await test.step('a shipment chooses the service, and the bill differs', async () => {
    await go('/shipments?f=status.in.packed')
    await page.locator('.ag-row [col-id="number"]').first().dblclick()
    await page.getByRole('tab', { name: t('charges.title'), exact: true }).click()
    const compare = page.getByRole('main').getByRole('link', { name: t('carriers.quote.title'), exact: true })
    await compare.press('Enter')
    const choose = page.getByRole('button', { name: /^(Choose|选用) / }).first()
    await choose.press('Enter')
    await expect(title).toContainText(/SH-/)
    await page.getByRole('tab', { name: t('charges.title'), exact: true }).click()
    const charges = page.getByRole('table', { name: t('charges.title'), exact: true })
    await expect(charges).toContainText(t('charges.asEstimate'))
    await page.getByRole('button', { name: t('charges.menu', { name: t('charges.kinds.freight') }) }).press('Enter')
    await page.getByRole('menuitem', { name: t('common.edit'), exact: true }).press('Enter')
    await dialog.getByRole('textbox', { name: t('charges.fields.actual'), exact: true }).fill('999')
    await expectAccessible(page, 'a charge of a shipment')
    await dialog.getByRole('button', { name: t('common.save'), exact: true }).press('Enter')
    await expect(charges).toContainText(t('charges.more'))
    await expectAccessible(page, 'charges of a shipment')
  })
})
