// A shipment begun from an order with three fields, then its leg, its customs entry, and its place in the list.
import { ListPage } from './pages/list-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('a parcel of an order is written down, gets a leg and a customs entry, and stands in the list', async ({
  launch,
}) => {
  const program = await launch()
  const { page, t } = program
  const list = new ListPage(program)
  const title = page.getByRole('heading', { level: 1 })
  const dialog = page.getByRole('dialog')
  const field = (key: Parameters<typeof t>[0], of: string | number = '') =>
    page.getByRole('textbox', { name: `${t(key)} ${of}`.trim(), exact: true })
  const save = () => page.keyboard.press('ControlOrMeta+s')
  let number = ''
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('orders')

  await test.step('from the page of an order: its goods are there, the carrier comes first', async () => {
    await page.evaluate(() => location.assign('#/orders?f=status.in.confirmed'))
    await list.rows.first().locator('[col-id="number"]').dblclick()
    await page.getByRole('tab', { name: t('shipments.panel.title'), exact: true }).click()
    await page.getByRole('link', { name: t('shipments.panel.new'), exact: true }).click()
    await expect(page.getByRole('combobox', { name: t('shipments.fields.carrier'), exact: true })).toBeFocused()
    await field('shipments.fields.trackingNumber', 1).fill('RR 123456789 CN')
    await expect(page.getByRole('list', { name: t('tracking.number.candidates') })).toContainText(
      t('tracking.number.fails'),
    )
    await field('shipments.fields.gross', 1).fill('12.5')
    await expectAccessible(page, 'a new shipment')
  })

  await test.step('a key draws its row of the parcels anew, and no other one', async () => {
    for (const _ of [2, 3])
      await page.getByRole('button', { name: t('shipments.parcels.add'), exact: true }).press('Enter')
    const weights = page.getByRole('textbox', { name: new RegExp(`^${t('shipments.fields.gross')} [123]$`) })
    await expect(weights).toHaveCount(3)
    await weights.evaluateAll(rememberDrawn)
    await field('shipments.fields.gross', 2).press('7')
    await expect(field('shipments.fields.gross', 2)).toHaveValue('7')
    expect(await weights.evaluateAll(drawnAnew)).toEqual([false, true, false])
    await field('shipments.fields.gross', 2).fill('')
    await weights.evaluateAll(rememberDrawn)
    await field('shipments.fields.marks').fill('Mind the gap')
    expect(await weights.evaluateAll(drawnAnew)).toEqual([false, false, false])
  })

  await test.step('saved, it has a number and says what it weighs', async () => {
    await save()
    await expect(title).toContainText(/SH-\d{4}-\d{4}/)
    number = /SH-\d{4}-\d{4}/.exec((await title.textContent()) ?? '')?.[0] ?? ''
    await expect(title).toContainText(t('shipments.statuses.draft'))
    await expect(page.getByText('12.5 kg').first()).toBeVisible()
  })

  await test.step('a leg: a container number that fails is told, an arrival before the departure is refused', async () => {
    await page.getByRole('link', { name: t('common.edit'), exact: true }).press('Enter')
    await page.getByRole('button', { name: t('shipments.legs.add'), exact: true }).press('Enter')
    const leg = page.getByRole('region', { name: t('shipments.legs.nth', { number: 1 }) })
    const of = (key: Parameters<typeof t>[0]) => leg.getByRole('textbox', { name: t(key), exact: true })
    await of('shipments.fields.container').fill('CSQU3054384')
    await expect(leg).toContainText(t('shipments.warnings.container-digit', { digit: 3 }))
    const port = leg.getByLabel(`${t('shipments.fields.legTo')}: ${t('shipments.fields.port')}`)
    await port.fill('rotterd')
    await page.getByRole('option', { name: /NLRTM/ }).click()
    await expect(port).toHaveValue('NLRTM')
    await of('shipments.fields.plannedDeparture').fill('2026-12-20')
    await of('shipments.fields.plannedArrival').fill('2026-12-01')
    await save()
    await expect(leg).toContainText('2026-12-20')
    await of('shipments.fields.plannedArrival').fill('2027-01-25')
    await save()
    await expect(title).toContainText(number)
    await expect(page.getByText(t('shipments.legs.planned', { day: '2027-01-25' }))).toBeVisible()
    await expect(page.getByText(t('shipments.warnings.container-digit', { digit: 3 }))).toBeVisible()
    await expect(page.getByText(`2027-01-25 · ${t('shipments.plannedBys.legs')}`)).toBeVisible()
  })

  await test.step('its customs entry is filled from the goods', async () => {
    await page.getByRole('button', { name: t('shipments.customs.add'), exact: true }).press('Enter')
    await expect(dialog.getByRole('combobox', { name: t('shipments.fields.direction') })).toBeFocused()
    await dialog.getByRole('textbox', { name: t('shipments.fields.declarationNumber') }).fill('E-2026-77')
    await dialog.getByRole('button', { name: t('shipments.customs.propose') }).press('Enter')
    await expect(dialog.getByRole('textbox', { name: `${t('shipments.fields.hsCode')} 1`, exact: true })).toBeVisible()
    await expectAccessible(page, 'a customs entry')
    await dialog.getByRole('button', { name: t('common.save'), exact: true }).press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('E-2026-77')).toBeVisible()
    await expectAccessible(page, 'a shipment')
  })

  await test.step('packed, it stands so in the list', async () => {
    await page.getByRole('button', { name: t('shipments.verbs.more'), exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: t('shipments.verbs.pack'), exact: true }).press('Enter')
    await expect(title).toContainText(t('shipments.statuses.packed'))
    await new ShellPage(program).go('shipments')
    await list.search(number)
    await expect(list.rows.first()).toContainText(t('shipments.statuses.packed'))
    await expect(list.rows.first()).toContainText('RR123456789CN')
    await expectAccessible(page, 'the list of shipments')
  })
})

type Field = Element & { drawn?: unknown }

/** React hands a field new properties whenever it draws it. */
function rememberDrawn(fields: Field[]): void {
  const of = (field: Field) => Object.entries(field).find(([key]) => key.startsWith('__reactProps'))?.[1]
  for (const field of fields) field.drawn = of(field)
}

function drawnAnew(fields: Field[]): boolean[] {
  const of = (field: Field) => Object.entries(field).find(([key]) => key.startsWith('__reactProps'))?.[1]
  return fields.map((field) => field.drawn !== of(field))
}
