// A look round in the sample company: every list shows something and is accessible, and its figures agree.
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { AbcPage } from './pages/abc-page.ts'
import { HomePage } from './pages/home-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { test } from './support/test.ts'

const company = 'Harbour & Pine Trading'
const lists = ['orders', 'customers', 'products', 'suppliers', 'carriers', 'rates'] as const

test('a look round in the lists of the sample company', async ({ launch }) => {
  test.slow()
  const program = await launch()
  const { page, t } = program
  const shell = new ShellPage(program)
  await new WelcomePage(program).lookRound()

  for (const list of lists) {
    await test.step(list, async () => {
      await shell.go(list)
      await expect(page.locator('.ag-row').first()).toBeVisible()
      await expectAccessible(page, list)
    })
  }

  await test.step('categories', async () => {
    await shell.go('categories')
    await expectAccessible(page, 'categories')
  })

  await test.step('an order and its lines', async () => {
    await shell.go('orders')
    // The first of two slow clicks opens the order beside the list: the second still means the same row.
    const cell = page.locator('.ag-cell[col-id="number"]').nth(3)
    const number = (await cell.textContent()) ?? ''
    await cell.click()
    await expect(page.getByRole('complementary', { name: number })).toBeVisible()
    await page.mouse.down({ clickCount: 2 })
    await page.mouse.up({ clickCount: 2 })
    await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
    await expectAccessible(page, 'order')
  })

  await test.step('the book is closed and opened again', async () => {
    await shell.closeBook(company)
    const welcome = new WelcomePage(program)
    await welcome.expectShown()
    await expectAccessible(page, 'welcome with recent books')
    await welcome.openRecent(company)
    await expect(page.getByRole('heading', { level: 1, name: t('today.title') })).toBeVisible()
  })
})

test('what the sample company earns with', async ({ launch }) => {
  test.slow()
  const program = await launch()
  const { page, t } = program
  const [shell, abc] = [new ShellPage(program), new AbcPage(program)]
  await new WelcomePage(program).lookRound()

  await test.step('ABC by every basis', async () => {
    await shell.go('abc')
    for (const basis of ['revenue', 'grossProfit', 'quantity', 'stockValue'] as const) {
      await abc.rankBy(basis)
      await expect(page.locator('.ag-row').first()).toBeVisible()
    }
    await expectAccessible(page, 'ABC by stock value')
  })

  await test.step('the analysis as a file', async () => {
    await page.getByRole('button', { name: t('lists.export') }).click()
    const file = await program.download(() => page.getByRole('menuitem', { name: t('lists.exportCsv') }).click())
    const rows = readFileSync(file, 'utf8').trimEnd().split('\r\n').slice(1)
    expect(rows).toHaveLength(await abc.productCount())
  })

  await test.step('costs that are missing', async () => {
    await shell.go('today')
    await new HomePage(program).look('kind')
    await page.getByRole('link', { name: t('today.costs.fill') }).click()
    await expect(page.getByRole('table', { name: t('welcome.costs.table') })).toBeVisible()
    await expectAccessible(page, 'costs')
    await shell.go('abc')
  })

  await test.step('a limit moved by key, by number and by hand', async () => {
    await abc.rankBy('revenue')
    await abc.limit('A').press('ArrowLeft')
    await expect(abc.limit('A')).toHaveAttribute('aria-valuenow', '79')
    const inA = async () => Number.parseInt((await abc.classCount('A').textContent()) ?? '', 10)
    const atFirst = await inA()
    await page.getByRole('textbox', { name: t('insights.abc.limits.of', { label: 'A' }) }).fill('50')
    await page.keyboard.press('Enter')
    await expect(abc.limit('A')).toHaveAttribute('aria-valuenow', '50')
    // The line stands where the class ends once the book has counted: at half of the revenue, far fewer products.
    await expect.poll(inA).toBeLessThan(atFirst * 0.8)
    const before = await abc.classCount('A').textContent()
    const box = await abc.limit('A').boundingBox()
    if (!box) throw new Error('the limit is not on the screen')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + 200, box.y + box.height / 2, { steps: 4 })
    await page.mouse.up()
    await expect(abc.classCount('A')).not.toHaveText(before ?? '')
  })
})
