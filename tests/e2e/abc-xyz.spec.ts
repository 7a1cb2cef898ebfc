// ABC-XYZ in the sample company: the matrix opens its products, a product explains itself, a limit is moved by key, a run is
// kept and compared, a cell gets a policy of its own.
import { expect } from '@playwright/test'
import { ClassesPage } from './pages/classes-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { test } from './support/test.ts'

test('classes of the sample company, kept and compared', async ({ launch }) => {
  test.slow()
  const program = await launch()
  const { page, t } = program
  const matrix = new ClassesPage(program)
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('classes')
  await expect(matrix.cell('AX')).toBeVisible()
  await expectAccessible(page, 'ABC-XYZ')

  await test.step('a cell opens its products, a product its formulas', async () => {
    const count = await matrix.countOf('AY')
    expect(count).toBeGreaterThan(0)
    await matrix.cell('AY').click()
    await expect(matrix.cell('AY')).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByText(t('classes.matrix.products', { count, formatted: String(count) })).last()).toBeVisible()
    await page.locator('.ag-row').first().click()
    const card = page.getByRole('complementary').filter({ hasText: t('classes.card.xyz') })
    await expect(card.getByText(t('classes.card.abc'))).toBeVisible()
    await expect(card.getByRole('table')).toBeVisible()
    await expectAccessible(page, 'a product of ABC-XYZ')
    await page.getByRole('button', { name: t('common.close') }).click()
  })

  await test.step('a limit moved by key changes the counts', async () => {
    const limit = page.getByRole('slider', { name: t('classes.whatIf.limitOf', { letter: 'A' }) })
    await limit.focus()
    await limit.press('ArrowLeft')
    await limit.press('ArrowLeft')
    await expect(limit).toHaveAttribute('aria-valuenow', '78')
    await expect(
      page.getByText(t('classes.matrix.shareUpTo', { limit: '78 %', what: t('insights.abc.of.revenue') })),
    ).toBeVisible()
    await page.getByRole('button', { name: t('classes.whatIf.usual') }).click()
    await expect(limit).toHaveAttribute('aria-valuenow', '80')
  })

  await test.step('two runs are kept and compared', async () => {
    await matrix.lookAsOf('2026-06-30')
    await matrix.keep('before the fair')
    await matrix.lookAsOf('2026-09-30')
    await matrix.keep('after the fair')
    await matrix.show('runs')
    await expect(page.getByRole('table', { name: t('classes.runs.label') }).getByRole('row')).toHaveCount(3)
    const moves = t('classes.runs.compared', { first: '2026-06-30', second: '2026-09-30' })
    await expect(page.getByRole('heading', { name: moves })).toBeVisible()
    await expectAccessible(page, 'kept runs')
  })

  await test.step('a cell gets a policy of its own', async () => {
    await matrix.show('rules')
    await page.getByRole('combobox', { name: t('classes.rules.policyOf', { cell: 'CZ' }) }).click()
    await page.getByRole('option', { name: t('classes.policy.by-hand') }).click()
    await expect(page.getByRole('button', { name: t('classes.rules.resetOf', { cell: 'CZ' }) })).toBeVisible()
    await matrix.show('matrix')
    await expect(matrix.cell('CZ')).toContainText(t('classes.policy.by-hand'))
  })
})
