// Suppliers by score: the board opens a card, a figure the very lines behind it; judging by hand, a changed weight, a kept
// period, a decision with actions, an exception.
import { expect } from '@playwright/test'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { test } from './support/test.ts'

test('a supplier is measured, judged and decided about', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const shell = new ShellPage(program)
  await new WelcomePage(program).lookRound()
  await shell.go('scores')

  await test.step('a period is kept from the board', async () => {
    await expect(page.getByRole('region', { name: t('scores.table') })).toBeVisible()
    await expectAccessible(page, 'the score board')
    await page.getByRole('button', { name: t('scores.keep.do') }).click()
    await page.getByRole('button', { name: t('scores.keep.save'), exact: true }).click()
    await expect(page.getByText(t('scores.keep.done'))).toBeVisible()
  })

  await test.step('a figure opens its formula and its lines', async () => {
    await page.locator('[role="gridcell"][col-id="supplier"]').first().click()
    const figures = page.getByRole('table', { name: t('scores.card.figures') })
    await figures
      .getByRole('row', { name: t('scores.figures.fillRate') })
      .getByRole('button')
      .click()
    await expect(page.getByText(t('scores.formulas.fillRate'))).toBeVisible()
    await expect(
      page
        .getByRole('table', { name: t('scores.card.lines') })
        .getByRole('link')
        .first(),
    ).toBeVisible()
    await expectAccessible(page, "a supplier's card with the lines of a figure")
    await page
      .getByRole('complementary', { name: t('scores.figures.fillRate') })
      .getByRole('button', { name: t('common.close') })
      .click()
  })

  await test.step('service is judged, an exception made, improvement decided with an action', async () => {
    const judge = page.getByRole('form', { name: t('scores.judge.title') })
    await judge.getByLabel(t('scores.judge.score')).fill('64')
    await judge.getByLabel(t('scores.judge.note')).fill('glaze chips')
    await judge.getByRole('button', { name: t('scores.judge.add') }).click()
    await expect(page.getByRole('cell', { name: 'glaze chips' })).toBeVisible()
    const except = page.getByRole('form', { name: t('scores.except.title') })
    await except.getByLabel(t('scores.except.reason')).fill('moulds are theirs')
    await except.getByRole('button', { name: t('scores.except.add') }).click()
    await expect(page.getByRole('rowheader', { name: 'moulds are theirs' })).toBeVisible()
    const decide = page.getByRole('form', { name: t('scores.decide.title') })
    await decide.getByRole('button', { name: t('scores.decide.addAction') }).click()
    await decide.getByRole('textbox', { name: `${t('scores.decide.action')} 1` }).fill('New packing')
    await decide.getByRole('button', { name: t('scores.decide.save') }).click()
    await expect(page.getByText(t('scores.decide.saved'))).toBeVisible()
  })

  await test.step('the action waits among all', async () => {
    await page.getByRole('link', { name: t('scores.nav.improvements') }).click()
    const tick = page.getByRole('button', { name: t('scores.improve.tick', { title: 'New packing' }) })
    await tick.click()
    await expect(tick).toHaveCount(0)
  })

  await test.step('a weight is tried out, and saved', async () => {
    await page.getByRole('link', { name: t('scores.nav.criteria') }).click()
    const weight = page.getByLabel(t('scores.rules.weightOf', { name: t('scores.figures.onTimeRate') }))
    await weight.fill('90')
    await weight.press('Enter')
    await expect(page.getByText(t('scores.rules.unsaved'))).toBeVisible()
    await expectAccessible(page, 'the rules of scores')
    await page.getByRole('button', { name: t('scores.rules.save'), exact: true }).click()
    await expect(page.getByText(t('scores.rules.saved'))).toBeVisible()
    await expect(weight).toHaveValue('90')
  })
})
