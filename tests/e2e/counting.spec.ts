// A stocktaking day: a sheet, the scanner, what differs and what that is worth, and the posting of it.
import { CountPage } from './pages/count-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('what was scanned and typed is held against the books, and posted with its value', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const [welcome, shell, count] = [new WelcomePage(program), new ShellPage(program), new CountPage(program)]
  await welcome.lookRound()
  await shell.go('counts')
  await page
    .getByRole('link', { name: t('counting.new') })
    .first()
    .click()
  await page.getByRole('button', { name: t('counting.begin') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('SC-')
  const sku = await count.firstSku()

  await test.step('codes come faster than they are counted: none is lost, and an unknown one says so', async () => {
    await count.scan(sku, 'no-such-code', sku)
    await expect(count.log).toHaveCount(3)
    await expect(count.log.nth(0)).toContainText('→ 2 ')
    await expect(count.log.nth(1)).toContainText(t('counting.scan.unknown'))
    await expect(count.counted(sku)).toHaveValue('2')
    // The few lines that matter: a page of a hundred takes the rules long to go through.
    await page.getByText(t('counting.lines.filters.counted'), { exact: true }).first().click()
    await expect(count.lines).toHaveCount(1)
    await expectAccessible(page, 'count')
  })

  await test.step('a line is typed; another stays empty, which is not 0', async () => {
    const expected = Number(await count.expected(sku))
    await count.counted(sku).fill(String(expected - 2))
    await count.counted(sku).press('Enter')
    await expect(count.cell(sku, 'difference')).toContainText('-2')
    await expect(count.cell(sku, 'value')).toHaveText(/^-[\d,]+\.\d\d$/)
  })

  await test.step('the differences are looked at with their value, then posted as one document', async () => {
    await page.getByRole('button', { name: t('counting.review.open') }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('row').filter({ hasText: sku })).toContainText('-2')
    await expect(dialog.getByText(t('counting.review.net'))).toBeVisible()
    await dialog.getByRole('button', { name: t('counting.review.post') }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(t('counting.statuses.posted'))
    await page.getByRole('link', { name: /^SC-/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(t('stock.states.posted'))
    await expect(page.getByRole('row').filter({ hasText: sku })).toContainText('-2')
  })
})
