// Carriers and lanes: the report of the sample company by carrier and by mode, a row with its figures, the shipments behind one,
// the promises, the file, and the same on a carrier's page.
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { test } from './support/test.ts'

test('who delivers as promised is asked, explained and taken along', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const shell = new ShellPage(program)
  await new WelcomePage(program).lookRound()
  await shell.go('lanes')
  const grid = page.getByRole('region', { name: t('lanes.table') })
  const names = grid.locator('[role="gridcell"][col-id="name"]')

  await test.step('a figure of all tells its formula', async () => {
    await expect(names.first()).toBeVisible()
    await expectAccessible(page, 'carriers and lanes')
    await page.getByRole('button', { name: new RegExp(`^${t('lanes.columns.onTimeRate')} `) }).click()
    await expect(page.getByText(t('lanes.formulas.onTimeRate'))).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('columns beyond an edge are told by a shade there', async () => {
    const shade = (side: 'before' | 'after') =>
      grid.locator('.q-grid').evaluate((table, name) => getComputedStyle(table, name).opacity, `::${side}`)
    await expect.poll(() => shade('after')).toBe('1')
    await grid.locator('.ag-grid-viewport').evaluate((scroller) => scroller.scrollTo({ left: scroller.scrollWidth }))
    await expect.poll(() => shade('before')).toBe('1')
    await expect.poll(() => shade('after')).toBe('0')
    await grid.locator('.ag-grid-viewport').evaluate((scroller) => scroller.scrollTo({ left: 0 }))
  })

  await test.step('a row opens its figures, a figure the shipments behind it', async () => {
    await page
      .getByRole('radiogroup', { name: t('lanes.by') })
      .getByText(t('lanes.groups.mode'))
      .click()
    await names.filter({ hasText: t('shipments.modes.courier') }).click()
    const card = page.getByRole('complementary', { name: t('shipments.modes.courier') })
    await card.getByRole('button', { name: t('lanes.card.show', { figure: t('lanes.figures.transitP50') }) }).click()
    await expect(card.getByText(t('lanes.formulas.transitP50'))).toBeVisible()
    await expect(
      card
        .getByRole('table', { name: t('lanes.card.behind') })
        .getByRole('link')
        .first(),
    ).toBeVisible()
    await expectAccessible(page, 'a row of the report')
    await card.getByRole('button', { name: t('common.close') }).click()
    await expect(card).toBeHidden()
  })

  await test.step('how long without news is too long is set', async () => {
    await page.getByRole('button', { name: t('lanes.rules.button') }).click()
    const dialog = page.getByRole('dialog')
    const field = dialog.getByRole('textbox', { name: t('lanes.rules.silentDays') })
    await field.fill('14')
    await field.press('Enter')
    await expect(page.getByText(t('lanes.rules.saved'))).toBeVisible()
    await expectAccessible(page, 'promises')
    await dialog.getByRole('button', { name: t('common.close') }).click()
  })

  await test.step('the table goes out as a file', async () => {
    await page.getByRole('button', { name: t('lists.export'), exact: true }).click()
    const file = await program.download(() => page.getByRole('menuitem', { name: t('lists.exportCsv') }).click())
    expect(readFileSync(file, 'utf8')).toContain(t('exports.columns.lanes.onTimeRate'))
  })

  await test.step('a carrier has it on its page', async () => {
    await page
      .getByRole('radiogroup', { name: t('lanes.by') })
      .getByText(t('lanes.groups.carrier'))
      .click()
    // The rows of the modes stay until the carriers are there; then none of them says what the modes were called by.
    await expect(grid.getByRole('columnheader', { name: t('lanes.groups.carrier') })).toBeVisible()
    await expect(grid).toHaveAttribute('aria-busy', 'false')
    await expect(grid).not.toContainText('shipments.modes.')
    await names
      .filter({ hasNotText: t('lanes.unsaid') })
      .first()
      .click()
    await page.getByRole('link', { name: t('lanes.card.carrier') }).click()
    await page.getByRole('tab', { name: t('lanes.panel.title') }).click()
    await expect(
      page
        .getByRole('table', { name: t('lanes.panel.title') })
        .getByRole('row')
        .nth(1),
    ).toBeVisible()
  })
})
