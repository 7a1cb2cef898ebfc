// News of parcels: pasted in two languages, typed, read by a rule of one's own.
import { ListPage } from './pages/list-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

const paste = `RB473124829CN
11/03/2026 10:00 Picked up
2026-11-09 08:00 【法兰克福】进口海关查验
Zzyzx without a day

RR123456789CN
2026-11-10 10:00 已签收`

test('news are pasted, typed and read by rules', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const shell = new ShellPage(program)
  const dialog = page.getByRole('dialog')
  const events = page.getByRole('list', { name: t('tracking.panel.title') })
  await new WelcomePage(program).lookRound()
  await shell.go('tracking')

  await test.step('a paste is understood, and asks what it does not tell', async () => {
    await page.getByRole('textbox', { name: t('tracking.paste.label') }).fill(paste)
    await expect(page.getByText(t('tracking.number.fails'))).toBeVisible()
    await page.getByRole('combobox', { name: t('tracking.paste.dateOrder') }).click()
    await page.getByRole('option', { name: t('tracking.paste.dateOrders.mdy') }).click()
    await expect(page.getByRole('cell', { name: '2026-11-03 10:00', exact: true })).toBeVisible()
    await page.getByRole('combobox', { name: t('tracking.parcel.intoOf', { number: 'RB473124829CN' }) }).click()
    await page.getByRole('option', { name: t('tracking.parcel.new') }).click()
    await expectAccessible(page, 'tracking in')
    await page.getByRole('button', { name: t('tracking.paste.keep', { count: 2, formatted: '2' }) }).click()
    await expect(page.getByRole('textbox', { name: t('tracking.paste.label') })).toHaveValue('')
  })

  await test.step('the shipment tells where it is, and hears what is typed', async () => {
    const row = page.getByRole('row').filter({ hasText: '进口海关查验' }).first()
    await row.getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(t('shipments.states.import_hold'))
    await page.getByRole('tab', { name: t('tracking.panel.title') }).click()
    await expect(events.getByRole('listitem')).toHaveCount(2)
    await expect(page.getByText(t('tracking.number.ok'))).toBeVisible()
    await page.getByRole('button', { name: t('tracking.panel.add') }).click()
    await expect(dialog.getByRole('textbox', { name: t('tracking.dialog.text') })).toBeFocused()
    await dialog.getByRole('textbox', { name: t('tracking.dialog.text') }).fill('Out for delivery')
    await expect(dialog).toContainText(t('tracking.dialog.willBe', { state: t('shipments.states.out_for_delivery') }))
    await expectAccessible(page, 'an event')
    await dialog.getByRole('button', { name: t('tracking.dialog.save') }).click()
    await expect(events.getByRole('listitem')).toHaveCount(3)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(t('shipments.states.out_for_delivery'))
  })

  await test.step('a rule of one’s own reads what nobody understood', async () => {
    await shell.go('tracking')
    await page.getByRole('link', { name: t('tracking.rulesLink'), exact: true }).click()
    await page.getByRole('textbox', { name: t('tracking.rules.tryText') }).fill('Zzyzx gate')
    await expect(page.getByText(t('tracking.rules.byNothing'))).toBeVisible()
    await page.getByRole('button', { name: t('tracking.rules.add') }).click()
    await expect(dialog.getByRole('textbox', { name: t('tracking.rules.phrase') })).toBeFocused()
    await dialog.getByRole('textbox', { name: t('tracking.rules.phrase') }).fill('zzyzx')
    await dialog.getByRole('combobox', { name: t('tracking.rules.state') }).click()
    await page.getByRole('option', { name: t('shipments.states.arrived'), exact: true }).click()
    await dialog.getByRole('button', { name: t('common.save') }).click()
    await expect(page.getByText(t('tracking.rules.byOwn', { matched: 'zzyzx' }))).toBeVisible()
    await expectAccessible(page, 'tracking rules')
  })

  await test.step('what is on its way already and was never sent here: kept, told, and sent from its first day', async () => {
    const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    await page.evaluate(() => location.assign('#/shipments?f=status.in.packed'))
    await new ListPage(program).rows.first().locator('[col-id="number"]').dblclick()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(t('shipments.statuses.packed'))
    const number = /SH-\d{4}-\d{4}/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0] ?? ''
    await page.getByRole('tab', { name: t('tracking.panel.title') }).click()
    await page.getByRole('button', { name: t('tracking.panel.paste'), exact: true }).click()
    await dialog.getByRole('textbox', { name: t('tracking.paste.label') }).fill(`${day} 09:30 Ningbo Departed facility`)
    await dialog.getByRole('button', { name: t('tracking.parcel.keepAndSend', { number }) }).click()
    const on = dialog.getByRole('textbox', { name: t('shipments.moves.on') })
    await expect(on).toHaveValue(day)
    await expectAccessible(page, 'to be sent as heard')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    const alerts = page.getByRole('list', { name: t('alerts.label') })
    await alerts.getByRole('link', { name: t('alerts.steps.sendHeard') }).click()
    await expect(on).toHaveValue(day)
  })
})
