// An order is written with tax and a discount, confirmed, held, resumed and cancelled; several are put on hold at once.
import { ListPage } from './pages/list-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('an order says what it comes to, how it stands and what comes next', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const list = new ListPage(program)
  const title = page.getByRole('heading', { level: 1 })
  const dialog = page.getByRole('dialog')
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const ofLine = (name: 'quantity' | 'unitPrice' | 'taxPercent' | 'description') =>
    field(t('orders.lines.of', { field: t(`orders.fields.${name}`), number: 1 }))
  const press = (verb: 'confirm' | 'resume') =>
    page.getByRole('button', { name: t(`orders.verbs.${verb}`), exact: true })
  const more = async (verb: 'hold' | 'cancel') => {
    await page.getByRole('button', { name: t('orders.verbs.more'), exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: t(`orders.verbs.${verb}`), exact: true }).press('Enter')
  }
  const take = (verb: 'confirm' | 'hold' | 'resume' | 'cancel') =>
    dialog.getByRole('button', { name: t(`orders.verbs.${verb}`), exact: true }).press('Enter')
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('orders')

  await test.step('tax in the price and a discount on the whole order, exact while they are typed', async () => {
    await page.getByRole('link', { name: t('orders.new'), exact: true }).press('Enter')
    await expect(page.getByRole('combobox', { name: t('orders.fields.customer') })).toBeFocused()
    await page.getByRole('checkbox', { name: t('orders.fields.taxIncluded') }).press('Space')
    await ofLine('description').fill('Setup')
    await ofLine('quantity').fill('3')
    await ofLine('unitPrice').fill('119')
    await ofLine('taxPercent').fill('19')
    await field(t('orders.fields.orderDiscount')).fill('7')
    await expect(page.getByRole('table')).toContainText('350.00')
    await expect(page.getByRole('table')).toContainText('55.88')
    await expectAccessible(page, 'the form of an order')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(title).toContainText(/SO-\d{4}-\d{4}/)
    await expect(title).toContainText(t('orders.statuses.draft'))
  })

  await test.step('it is confirmed, held with a reason, resumed and cancelled', async () => {
    await press('confirm').press('Enter')
    await expect(dialog.getByRole('textbox', { name: t('orders.ask.confirmOn') })).toBeFocused()
    await take('confirm')
    await expect(title).toContainText(t('orders.statuses.confirmed'))
    await more('hold')
    await dialog.getByRole('textbox', { name: t('orders.ask.reason') }).fill('Colour to be told')
    await take('hold')
    await expect(title).toContainText(t('orders.statuses.on_hold'))
    await expect(page.getByText(t('orders.heldFor', { reason: 'Colour to be told' }))).toBeVisible()
    await expectAccessible(page, 'an order on hold')
    await press('resume').press('Enter')
    await take('resume')
    await expect(title).toContainText(t('orders.statuses.confirmed'))
    await more('cancel')
    await dialog.getByRole('textbox', { name: t('orders.ask.reason') }).fill('Changed their mind')
    await take('cancel')
    await expect(title).toContainText(t('orders.statuses.cancelled'))
  })

  await test.step('two are put on hold at once', async () => {
    await page.evaluate(() => location.assign('#/orders?f=status.in.confirmed'))
    // The rows of the list before the filter may still stand there for a moment.
    await expect(list.rows.filter({ hasText: t('orders.statuses.confirmed') })).not.toHaveCount(0)
    await expect(list.rows.filter({ hasNotText: t('orders.statuses.confirmed') })).toHaveCount(0)
    for (const row of [0, 1]) await list.rows.nth(row).getByRole('checkbox').click()
    await page
      .getByRole('region', { name: t('shell.nav.orders') })
      .getByRole('button', { name: t('lists.more') })
      .press('Enter')
    await page.getByRole('menuitem', { name: t('orders.selected.hold'), exact: true }).press('Enter')
    // The fifth message in a row: the newest is seen at once.
    await expect(page.getByText(t('orders.done.hold', { count: 2, formatted: '2' }))).toBeVisible()
  })
})
