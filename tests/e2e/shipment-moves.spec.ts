// Nobody took a shipment: it is decided about. One that waits is about to leave. And a list of numbers is pasted.
import { ListPage } from './pages/list-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('a shipment is decided about, another is about to leave, and a list is understood line by line', async ({
  launch,
}) => {
  const program = await launch()
  const { page, t } = program
  const list = new ListPage(program)
  const title = page.getByRole('heading', { level: 1 })
  const dialog = page.getByRole('dialog')
  const show = (address: string) => page.evaluate((to) => location.assign(`#${to}`), address)
  /** The list is there once only rows of these states stand in it. */
  const open = async (filter: string, said: RegExp) => {
    await show(`/shipments?f=${filter}`)
    await expect(list.rows.first().locator('[col-id="state"]')).toHaveText(said)
    await list.rows.first().locator('[col-id="number"]').dblclick()
  }
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('shipments')

  await test.step('nobody took it: given up, it is destroyed by our own word, and that is undone', async () => {
    const states = (['attempt_failed', 'returning'] as const).map((state) => t(`shipments.states.${state}`))
    await open('state.in.attempt!5ffailed~returning', new RegExp(states.join('|')))
    await page.getByRole('button', { name: t('shipments.verbs.decide'), exact: true }).click()
    await expect(dialog.getByRole('radio').first()).toBeFocused()
    await expectAccessible(page, 'a decision')
    await dialog.getByRole('radio', { name: t('shipments.decisions.abandon'), exact: true }).check()
    await page.keyboard.press('ControlOrMeta+s')
    await expect(dialog).toHaveCount(0)
    await expect(title).toContainText(t('shipments.states.destroyed'))
    await page.getByRole('button', { name: t('common.undo'), exact: true }).click()
    await expect(title).toContainText(new RegExp(states.join('|')))
  })

  await test.step('one that waits: what would leave is said before it does', async () => {
    await open('kind.in.order_status.in.packed', new RegExp(t('shipments.statuses.packed')))
    await page.getByRole('button', { name: t('shipments.verbs.dispatch'), exact: true }).click()
    await expect(dialog.getByRole('textbox', { name: t('shipments.moves.on') })).toBeFocused()
    await expect(dialog.getByRole('table')).toContainText(/SO-/)
    await expectAccessible(page, 'a shipment that leaves')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('a list says of each line what becomes of it', async () => {
    await show('/shipments/sent-list')
    const text = page.getByRole('textbox', { name: t('shipments.moves.list.text') })
    await expect(text).toBeFocused()
    await text.fill('Order,Tracking number,Carrier\nNO-SUCH-1,RR123456785CN,Nobody\n,RR1')
    const table = page.getByRole('table')
    await expect(table).toContainText(t('shipments.moves.list.states.unknown'))
    await expect(table).toContainText(t('shipments.moves.list.states.unread'))
    await expectAccessible(page, 'a list of numbers')
  })
})
