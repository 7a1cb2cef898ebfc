// What was done and how it goes back: by key, from the history, out of the bin, and the book as it was on a day.
import { dataOf } from '../api/transport-cases.ts'
import { daysAgo } from '../support/earlier-clock.ts'
import { startHttpHost } from '../support/test-host.ts'
import { HistoryPage } from './pages/history-page.ts'
import { ListPage } from './pages/list-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

const sku = 'MUG-1'

/** A book of three days ago with a product at 12.50 and a task that was deleted. */
async function makeEarlierBook(folder: string): Promise<void> {
  const { call, stop } = await startHttpHost({ folder, newBook: true, env: daysAgo(3) })
  const product = { sku, nameEn: 'Oak mug', price: { amount: '12.5', currency: 'USD' } }
  await dataOf(call, 'mutation', 'products.add', product)
  const { id } = await dataOf<{ id: number }>(call, 'mutation', 'tasks.add', { title: 'Count the mugs' })
  await dataOf(call, 'mutation', 'tasks.remove', { mode: 'ids', ids: [id] })
  await stop()
}

test('back and forth by key, refused with the reason, out of the bin, and the price of another day', async ({
  launch,
  folder,
}) => {
  await makeEarlierBook(folder)
  const program = await launch()
  const { page, t } = program
  const [shell, list, history] = [new ShellPage(program), new ListPage(program), new HistoryPage(program)]
  await new WelcomePage(program).openRecent('Test Trading')
  await shell.go('products')

  await test.step('an edit goes back and forth by key', async () => {
    await list.focus(sku, 'price')
    await page.keyboard.press('F2')
    const field = page.getByRole('textbox', { name: t('products.fields.price') })
    await expect(field).toBeFocused()
    await field.fill('19.9')
    await page.keyboard.press('Enter')
    await expect(list.cell(sku, 'price')).toHaveText('19.90 USD')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(list.cell(sku, 'price')).toHaveText('12.50 USD')
    const said = history.notice(t('history.keys.undone', { what: t('history.operations.lists_setCells') }))
    await expect(said.getByRole('link', { name: /MUG-1/ })).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect(list.cell(sku, 'price')).toHaveText('19.90 USD')
  })

  await test.step('what later work stands on is refused, with the way to that work', async () => {
    await shell.go('history')
    await history.open(t('history.operations.lists_setCells'))
    await expect(history.line(t('history.operations.lists_setCells'))).toContainText('12.50 USD → 19.90 USD')
    await expectAccessible(page, 'history')
    await history.undo(t('history.operations.products_add'))
    const refused = history.notice(sku)
    await refused.getByRole('link', { name: t('history.book.inHistory') }).click()
    await expect(page).toHaveURL(/history\?operation=\d+/)
  })

  await test.step('a deleted task comes out of the bin', async () => {
    await shell.go('bin')
    await expectAccessible(page, 'bin')
    await page.getByRole('button', { name: t('bin.restoreOne', { what: 'Count the mugs' }) }).click()
    await expect(page.getByText(t('bin.empty'))).toBeVisible()
    await shell.go('tasks')
    await expect(list.rows.filter({ hasText: 'Count the mugs' })).toBeVisible()
  })

  await test.step('yesterday the price was another, and nothing can be changed there', async () => {
    await shell.go('products')
    await history.seeYesterday()
    await expect(list.cell(sku, 'price')).toHaveText('12.50 USD')
    await expectAccessible(page, 'the book as of a day')
    await history.backToNow()
    await expect(list.cell(sku, 'price')).toHaveText('19.90 USD')
  })
})
