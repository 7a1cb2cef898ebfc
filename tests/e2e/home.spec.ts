// What waits for someone, from Home: put aside, done, taken back, by row and by kind; the rules that find it.
import { expect } from '@playwright/test'
import { HomePage } from './pages/home-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { inLanguage } from './support/in-language.ts'
import { test } from './support/test.ts'

for (const language of inLanguage('zh-CN')) {
  test(`what waits is seen on Home and dealt with there (${language})`, async ({ launch }) => {
    test.slow()
    const program = await launch({ language })
    const { page, t } = program
    const [shell, home] = [new ShellPage(program), new HomePage(program)]
    const overdue = home.day('overdue')
    const late = overdue.getByRole('listitem').filter({ hasText: t('alerts.severity.urgent') })
    const task = overdue.getByRole('link', { name: 'Call the forwarder' })
    /** A row by all that it says: of a kind with many the next one takes the place of what went. */
    const rowOf = (text: string | null) => late.filter({ hasText: text ?? '' })
    let ordersLate = 0
    await new WelcomePage(program).lookRound()

    await test.step('late orders and an overdue task stand together, the most pressing first', async () => {
      await shell.go('tasks')
      await page
        .getByRole('link', { name: t('tasks.new') })
        .first()
        .click()
      const form = page.getByRole('form', { name: t('tasks.new') })
      await form.getByRole('textbox', { name: t('tasks.fields.title'), exact: true }).fill('Call the forwarder')
      await form.getByLabel(t('tasks.fields.dueOn'), { exact: true }).fill('2020-01-31')
      await page.keyboard.press('ControlOrMeta+s')
      await expect(page.getByText('Call the forwarder').first()).toBeVisible()
      await shell.go('today')
      await expect(overdue.getByRole('listitem').first()).toContainText('Call the forwarder')
      expect(await late.count()).toBeGreaterThan(2)
      await expectAccessible(page, 'Home by day')
    })

    await test.step('by keyboard: down, put aside until tomorrow, and back', async () => {
      await task.focus()
      await page.keyboard.press('ArrowDown')
      await expect(late.first().getByRole('link').first()).toBeFocused()
      const row = rowOf(await late.first().textContent())
      await page.keyboard.press('s')
      await expect(page.getByRole('menuitem', { name: t('alerts.tomorrow') })).toBeVisible()
      await expectAccessible(page, 'put aside until')
      await page.getByRole('menuitem', { name: t('alerts.tomorrow') }).press('Enter')
      await expect(row).toHaveCount(0)
      await home.undo()
      await expect(row).toHaveCount(1)
    })

    await test.step('a day of one’s own; one that is over is refused where it is typed', async () => {
      const snooze = new RegExp(`^${t('alerts.snooze')}`)
      const row = rowOf(await late.first().textContent())
      await late.first().getByRole('button', { name: snooze }).click()
      await page.getByRole('menuitem', { name: t('alerts.aDay') }).click()
      const question = page.getByRole('dialog')
      await question.getByLabel(t('alerts.snoozeUntil')).fill('2020-01-01')
      await expect(question).toContainText(t('errors.alerts/snooze-in-past'))
      await question.getByLabel(t('alerts.snoozeUntil')).fill('2099-12-31')
      await question.getByRole('button', { name: t('alerts.snooze'), exact: true }).click()
      await expect(row).toHaveCount(0)
    })

    await test.step('a task is done by its key', async () => {
      await task.focus()
      await page.keyboard.press('d')
      await expect(task).toHaveCount(0)
    })

    await test.step('by kind, all of a kind at once', async () => {
      await home.look('kind')
      await expectAccessible(page, 'Home by kind')
      // Purchases are late as well; only orders are dealt with here.
      ordersLate = await home.kind('orders/late').getByRole('listitem').count()
      expect(ordersLate).toBeGreaterThan(1)
      await home.ofWholeKind('orders/late', t('alerts.allDone'))
      await expect(home.kind('orders/late')).toHaveCount(0)
      await expect(home.kind('products/no-cost')).toBeVisible()
    })

    await test.step('what was said is found again, and taken back', async () => {
      await shell.go('alerts')
      await expectAccessible(page, 'alerts')
      await page.getByText(t('alerts.tabs.done'), { exact: true }).first().click()
      const done = page.getByRole('list', { name: t('alerts.tabs.done') }).getByRole('listitem')
      await expect(done).toHaveCount(ordersLate)
      await page.getByRole('checkbox', { name: t('alerts.selectAll') }).check()
      await page.getByRole('button', { name: t('alerts.unmark'), exact: true }).click()
      await expect(page.getByText(t('alerts.empty.done'))).toBeVisible()
      await page.getByText(t('alerts.tabs.snoozed'), { exact: true }).click()
      await expect(page.getByText(t('alerts.until', { day: '2099-12-31' }))).toBeVisible()
    })

    await test.step('a rule is switched off, and Home no longer speaks of it', async () => {
      await page.getByText(t('alerts.tabs.rules'), { exact: true }).click()
      const kind = t('alerts.rules.products/no-cost.name')
      await page.getByRole('switch', { name: t('alerts.settings.onOne', { kind }) }).click({ force: true })
      await expect(page.getByRole('switch', { name: t('alerts.settings.onOne', { kind }) })).not.toBeChecked()
      await expectAccessible(page, 'rules')
      await shell.go('today')
      await expect(home.kind('orders/late')).toBeVisible()
      await expect(home.kind('products/no-cost')).toHaveCount(0)
    })

    await test.step('a record says what waits about it', async () => {
      await home.kind('orders/late').getByRole('link').first().click()
      await expect(page.getByRole('list', { name: t('alerts.label') })).toContainText(t('alerts.severity.urgent'))
      await expectAccessible(page, 'an order that is late')
    })
  })
}
