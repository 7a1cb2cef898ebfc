// What there is to do: added, ticked, repeated, put on records, and moved about in the calendar.
import { addDays, type Day, isDay } from '#shared/dates.ts'
import { CalendarPage } from './pages/calendar-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { TasksPage } from './pages/tasks-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { inLanguage } from './support/in-language.ts'
import { expect, test } from './support/test.ts'

for (const language of inLanguage('zh-CN'))
  test(`tasks are added, ticked and come back (${language})`, async ({ launch }) => {
    test.slow()
    const program = await launch({ language })
    const { page, t } = program
    const [shell, tasks] = [new ShellPage(program), new TasksPage(program)]
    await new WelcomePage(program).lookRound()
    await shell.go('tasks')
    await expect(page.locator('.ag-row').first()).toBeVisible()
    await expectAccessible(page, 'tasks')

    await test.step('a line adds one, with a day as people type it', async () => {
      await page.getByRole('heading', { level: 1 }).click()
      await page.keyboard.press('n')
      await expect(page.getByRole('textbox', { name: t('tasks.quick.title') })).toBeFocused()
      await tasks.add('Call the forwarder', '2030/1/5')
      await expect(tasks.row('Call the forwarder')).toContainText('2030-01-05')
    })

    await test.step('ticked and asked for another day: no leaves all as it was, yes can be taken back', async () => {
      await tasks.row('Call the forwarder').getByRole('checkbox').first().click()
      const ask = page.getByRole('button', { name: t('tasks.postpone'), exact: true })
      const dialog = page.getByRole('dialog', { name: t('tasks.moveTo.title') })
      await ask.click()
      await dialog.getByRole('button', { name: t('common.cancel') }).click()
      await expect(dialog).toBeHidden()
      await expect(ask).toBeEnabled()
      await expect(page.getByText(t('lists.selected', { count: 1, formatted: '1' }))).toBeVisible()
      await expect(page.getByText(t('tasks.postponedMany', { count: 1, formatted: '1' }))).toHaveCount(0)
      await ask.click()
      await dialog.getByRole('button', { name: t('tasks.moveTo.tomorrow') }).click()
      await expect(page.getByText(t('tasks.postponedMany', { count: 1, formatted: '1' }))).toBeVisible()
      await expect(tasks.row('Call the forwarder')).not.toContainText('2030-01-05')
      await page
        .getByRole('button', { name: t('common.undo') })
        .last()
        .click()
      await expect(tasks.row('Call the forwarder')).toContainText('2030-01-05')
    })

    await test.step('a form gives it a checklist and a series', async () => {
      await page
        .getByRole('link', { name: t('tasks.new') })
        .first()
        .click()
      await page.getByRole('textbox', { name: t('tasks.fields.title') }).fill('Count the stock')
      await page.getByRole('textbox', { name: t('tasks.fields.dueOn') }).fill('2030-01-31')
      await page.getByRole('combobox', { name: t('tasks.fields.repeatUnit') }).click()
      await page.getByRole('option', { name: t('tasks.repeatUnits.month') }).click()
      await page.getByRole('button', { name: t('tasks.addItem') }).click()
      await page.keyboard.type('Shelf A')
      await page.keyboard.press('Enter')
      await page.keyboard.type('Shelf B')
      await expectAccessible(page, 'new task')
      await page.keyboard.press('ControlOrMeta+s')
      const drawer = tasks.drawer('Count the stock')
      await drawer.getByRole('checkbox', { name: 'Shelf B' }).click()
      await expect(drawer.getByText(t('tasks.items', { done: '1', count: 2 }))).toBeVisible()
      await expect(drawer).toContainText('2030-02-28')
      await expectAccessible(page, 'task')
    })

    await test.step('done, it is followed by the next; undone, nothing is left of that', async () => {
      const drawer = tasks.drawer('Count the stock')
      await drawer.getByRole('button', { name: t('tasks.done'), exact: true }).click()
      await expect(tasks.row('Count the stock')).toHaveCount(2)
      await expect(tasks.row('2030-02-28')).toContainText('0/2')
      await page
        .getByRole('button', { name: t('common.undo') })
        .first()
        .click()
      await expect(tasks.row('Count the stock')).toHaveCount(1)
      await page.keyboard.press('Escape')
    })

    await test.step('a tick in the list does it as well', async () => {
      await tasks.tick('Call the forwarder').click()
      await expect(tasks.row('Call the forwarder')).toContainText(t('tasks.statuses.done'))
      await expect(page.getByRole('complementary')).toHaveCount(0)
    })
  })

test('tasks of a record stand beside it', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const shell = new ShellPage(program)
  await new WelcomePage(program).lookRound()
  await shell.go('suppliers')
  await page.locator('.ag-cell[col-id="name"]').first().focus()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('tab', { name: new RegExp(`^${t('tasks.title')}`) }).click()
  const panel = page.getByRole('tabpanel')
  await panel.getByRole('textbox', { name: t('tasks.quick.title') }).fill('Ask for the new price list')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('link', { name: 'Ask for the new price list' })).toBeVisible()
  await expectAccessible(page, 'tasks of a supplier')
  await panel.getByRole('checkbox', { name: t('tasks.markDone', { title: 'Ask for the new price list' }) }).click()
  await expect(panel.getByRole('link', { name: 'Ask for the new price list' })).toHaveCount(0)
})

for (const language of inLanguage('en'))
  test(`the calendar, by keys and by hand (${language})`, async ({ launch }) => {
    test.slow()
    const program = await launch({ language })
    const { page, t } = program
    const [shell, tasks, calendar] = [new ShellPage(program), new TasksPage(program), new CalendarPage(program)]
    await new WelcomePage(program).lookRound()
    await shell.go('calendar')
    const today = ((await calendar.today().getAttribute('data-day')) ?? '') as Day
    expect(isDay(today)).toBe(true)

    await test.step('arrows lead from day to day, also into another month', async () => {
      await calendar.today().focus()
      await page.keyboard.press('ArrowDown')
      await expect(calendar.day(addDays(today, 7))).toBeFocused()
      await page.keyboard.press('PageDown')
      await page.keyboard.press('t')
      await expect(calendar.today()).toHaveAttribute('aria-selected', 'true')
    })

    await test.step('a task is dragged to another day, and its day is taken back', async () => {
      await shell.go('tasks')
      await tasks.add('Drag me', today)
      await shell.go('calendar')
      const target = new Date(`${today}T00:00:00Z`).getUTCDate() > 15 ? addDays(today, -7) : addDays(today, 7)
      await calendar.entry(today, 'Drag me').dragTo(calendar.day(target))
      await expect(calendar.entry(target, 'Drag me')).toBeVisible()
      await page
        .getByRole('button', { name: t('common.undo') })
        .first()
        .click()
      await expect(calendar.entry(today, 'Drag me')).toBeVisible()
    })

    await test.step('the same by keys: a day opens with all it has', async () => {
      await calendar.today().focus()
      await page.keyboard.press('Enter')
      const drawer = page.getByRole('complementary')
      await expectAccessible(page, 'a day')
      await drawer.getByRole('button', { name: /Drag me/ }).press('Enter')
      await page
        .getByRole('dialog')
        .getByRole('textbox', { name: t('tasks.moveTo.day') })
        .fill(addDays(today, 1))
      await page.keyboard.press('Enter')
      await expect(drawer.getByRole('link', { name: /Drag me/ })).toHaveCount(0)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('complementary')).toHaveCount(0)
    })

    await test.step('a week, a list, and only some kinds', async () => {
      await calendar.show('week')
      await expect(page.getByRole('gridcell')).toHaveCount(7)
      await expectAccessible(page, 'calendar of a week')
      await calendar.show('list')
      await expect(page.getByRole('grid')).toHaveCount(0)
      await expectAccessible(page, 'calendar as a list')
      await page.getByRole('button', { name: t('calendar.show') }).click()
      await page.getByRole('menuitemcheckbox', { name: t('calendar.kinds.orderShipped') }).click()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('link', { name: new RegExp(`^${t('calendar.kind.orderShipped')}`) })).toHaveCount(0)
    })
  })
