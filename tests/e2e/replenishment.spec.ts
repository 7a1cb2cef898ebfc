// What to buy in the sample company: a line explains itself, chosen lines become goods on order and come back, the list goes out
// as a file; a month of a forecast is overruled and taken back.
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { ReplenishmentPage } from './pages/replenishment-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { test } from './support/test.ts'

test('what to buy is chosen, marked as ordered, taken back and exported', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const list = new ReplenishmentPage(program)
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('replenishment')
  await expect(list.lines.first()).toBeVisible()
  await expectAccessible(page, 'what to buy')
  const sku = await list.skuOf(list.lines.first())

  await test.step('chosen lines are on order, and no longer due', async () => {
    await list.tick(sku).check()
    await list.markAsOrdered(1)
    await expect(list.tick(sku)).toHaveCount(0)
  })

  await test.step('one click takes it back', async () => {
    await page.getByRole('button', { name: t('common.undo') }).click()
    await expect(list.tick(sku)).toBeVisible()
    await expect(list.tick(sku)).not.toBeChecked()
  })

  await test.step('the list goes out as a file', async () => {
    const file = await program.download(() => list.exportCsv())
    const rows = readFileSync(file, 'utf8').trim().split('\n')
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.some((row) => row.includes(sku))).toBe(true)
  })

  await test.step('a month of its forecast is overruled and taken back', async () => {
    await list.openForecastOf(sku)
    await page
      .getByRole('radiogroup', { name: t('forecast.view.label') })
      .getByText(t('forecast.view.table'))
      .click()
    const months = page.getByRole('table', { name: t('forecast.table.label') })
    const overrule = months.getByRole('button', { name: new RegExp(`^${t('forecast.overrule.do')}`) }).first()
    await overrule.click()
    await page.getByRole('textbox', { name: t('forecast.overrule.quantity') }).fill('777')
    await page.getByRole('textbox', { name: t('forecast.overrule.reason') }).fill('spring fair')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('forecast.overrule.save') })
      .click()
    const said = months.getByRole('row').filter({ hasText: 'spring fair' })
    await expect(said).toBeVisible()
    await expectAccessible(page, 'the forecast of a product')
    await said.getByRole('button', { name: new RegExp(`^${t('forecast.overrule.takeBack')}`) }).click()
    await expect(said).toHaveCount(0)
  })
})
