// A part of an order leaves and comes back with a credit note; other orders are marked shipped at once.
import { ListPage } from './pages/list-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('an order is sent in part and credited, others are marked shipped', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const list = new ListPage(program)
  const title = page.getByRole('heading', { level: 1 })
  const panel = page.getByRole('tabpanel')
  const dialog = page.getByRole('dialog')
  const showConfirmed = () => page.evaluate(() => location.assign('#/orders?f=status.in.confirmed'))
  const numbered = (key: 'screen' | 'credit', field: string, number: number) =>
    page.getByRole('textbox', { name: t(`dispatch.${key}.of`, { field, number }), exact: true })
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('orders')

  await test.step('one piece of what lies there leaves', async () => {
    await showConfirmed()
    await list.rows.first().locator('[col-id="number"]').dblclick()
    await page.getByRole('link', { name: t('orders.verbs.dispatch'), exact: true }).click()
    await expect(numbered('screen', t('dispatch.screen.toSend'), 1)).toBeFocused()
    await expectAccessible(page, 'a dispatch')
    const rows = page.getByRole('table').getByRole('row')
    let sent = 0
    for (let line = 1; line < (await rows.count()); line += 1) {
      const onHand = Number((await rows.nth(line).getByRole('cell').nth(3).textContent())?.replaceAll(',', '') ?? 0)
      const isSent = sent === 0 && onHand > 0
      await numbered('screen', t('dispatch.screen.toSend'), line).fill(isSent ? '1' : '')
      if (isSent) sent = line
    }
    await page.getByRole('textbox', { name: t('dispatch.screen.tracking') }).fill('1Z 999')
    await expect(page.getByText(t('dispatch.screen.statusAfter'))).toBeVisible()
    await page.keyboard.press('ControlOrMeta+s')
    await expect(panel).toContainText('1Z 999')
  })

  await test.step('it comes back with a credit note', async () => {
    await page.getByRole('button', { name: t('orders.verbs.more'), exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: t('orders.verbs.credit'), exact: true }).press('Enter')
    await page.getByRole('button', { name: t('dispatch.credit.all') }).press('Enter')
    await expect(page.getByText(t('dispatch.credit.total'))).toBeVisible()
    await expectAccessible(page, 'a credit')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(title).toContainText(/CN-\d{4}-\d{4}/)
    await page.getByRole('tab', { name: t('dispatch.title') }).click()
    await expect(panel).toContainText(/CR-\d{4}-\d{4}/)
  })

  await test.step('two others are marked shipped, and what became of each is told', async () => {
    await showConfirmed()
    for (const row of [1, 2]) await list.rows.nth(row).getByRole('checkbox').click()
    await page.getByRole('button', { name: t('dispatch.many.action'), exact: true }).click()
    await expect(dialog.getByRole('textbox', { name: t('dispatch.screen.on') })).toBeFocused()
    await page.keyboard.press('Enter')
    const close = dialog.getByRole('button', { name: t('common.close'), exact: true }).last()
    await expect(close).toBeFocused()
    const sent = t('dispatch.many.sent', { count: 2, formatted: '2' })
    const reasons = dialog.getByRole('table').or(dialog.getByText(sent))
    await expect(reasons.first()).toBeVisible()
    await expectAccessible(page, 'what became of orders')
    await close.press('Enter')
    await expect(dialog).toHaveCount(0)
  })
})
