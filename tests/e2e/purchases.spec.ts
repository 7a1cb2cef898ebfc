// One purchase from what to buy to the last payment, by keyboard: sent, confirmed, followed up, received in two parts with rejects,
// paid, and looked at as a paper.
import type { Locator } from '@playwright/test'
import { ReplenishmentPage } from './pages/replenishment-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('a purchase order is made, sent, followed up, received in parts and paid', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const list = new ReplenishmentPage(program)
  const title = page.getByRole('heading', { level: 1 })
  const press = (locator: Locator) => locator.press('Enter')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = page.getByRole('dialog')
  await new WelcomePage(program).lookRound()

  await test.step('a line of what to buy becomes a draft', async () => {
    await new ShellPage(program).go('replenishment')
    await expect(list.lines.first()).toBeVisible()
    await list.tick(await list.skuOf(list.lines.first())).press('Space')
    await press(button(t('purchases.fromReplenishment.makeLines', { count: 1, formatted: '1' })))
    await expect(title).toContainText(t('purchases.statuses.draft'))
  })

  await test.step('it is sent and confirmed', async () => {
    for (const verb of ['send', 'confirm'] as const) {
      await press(button(t(`purchases.verbs.${verb}`)))
      const day = dialog.getByRole('textbox', {
        name: t(verb === 'send' ? 'purchases.ask.sendOn' : 'purchases.ask.confirmOn'),
      })
      await expect(day).toBeFocused()
      await day.press('Enter')
      await expect(dialog).toHaveCount(0)
      await expect(title).toContainText(t(`purchases.statuses.${verb === 'send' ? 'sent' : 'confirmed'}`))
    }
  })

  await test.step('its making is followed up', async () => {
    const materials = page.getByRole('listitem').filter({ hasText: t('receiving.milestone.kinds.materials') })
    await press(materials.getByRole('button', { name: t('receiving.milestone.reach') }))
    await expect(materials).toContainText(t('receiving.milestone.states.done'))
    await press(button(t('receiving.milestone.add')))
    await expect(dialog.getByRole('combobox', { name: t('receiving.milestone.fields.kind') })).toBeFocused()
    await page.keyboard.press('Control+s')
    await expect(
      dialog.getByRole('textbox', { name: t('receiving.milestone.fields.title') }),
    ).toHaveAccessibleDescription(t('fields.errors.required'))
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expectAccessible(page, 'a purchase order')
  })

  const field = (key: 'came' | 'rejected') =>
    page.getByRole('textbox', { name: t('receiving.screen.of', { field: t(`receiving.screen.${key}`), number: 1 }) })

  await test.step('half of it comes, one piece is rejected', async () => {
    await press(page.getByRole('link', { name: t('purchases.verbs.receive') }))
    await expect(field('came')).toBeFocused()
    const half = Math.floor(Number(await field('came').inputValue()) / 2)
    await field('came').fill(String(half))
    await field('rejected').fill('1')
    const defect = page.getByRole('combobox', {
      name: t('receiving.screen.of', { field: t('receiving.screen.defect'), number: 1 }),
    })
    await defect.press('ArrowDown')
    await page.getByRole('option', { name: t('receiving.defects.damaged') }).click()
    await expect(page.getByText(t('receiving.screen.value'))).toBeVisible()
    await page.keyboard.press('ControlOrMeta+s')
    await expect(title).toContainText(t('purchases.statuses.part_received'))
    await expect(page.getByRole('tabpanel')).toContainText(t('receiving.defects.damaged'))
  })

  await test.step('the rest comes, with the piece sent again', async () => {
    await press(page.getByRole('link', { name: t('purchases.verbs.receive') }))
    await expect(field('came')).toBeFocused()
    await expect(page.getByText(t('receiving.screen.value'))).toBeVisible()
    await page.keyboard.press('ControlOrMeta+s')
    await expect(title.getByText(t('purchases.statuses.received'), { exact: true })).toBeVisible()
  })

  await test.step('what it comes to is paid', async () => {
    await page.getByRole('tab', { name: t('payments.title') }).press('Enter')
    await press(button(t('payments.pay')))
    await expect(dialog.getByRole('textbox', { name: t('payments.fields.on') })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(
      page.getByRole('tabpanel').getByRole('button', { name: new RegExp(`^${t('payments.reverse')}`) }),
    ).toBeVisible()
  })

  await test.step('it is looked at as a paper', async () => {
    await button(t('papers.panel.make')).press('Enter')
    await press(page.getByRole('menuitem', { name: t('papers.make.purchase_order') }))
    await expect(
      page
        .frameLocator('iframe')
        .getByText(/PO-\d{4}-\d{4}/)
        .first(),
    ).toBeVisible()
  })
})
