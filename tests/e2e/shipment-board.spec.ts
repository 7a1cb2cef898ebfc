// The board and the map of the sample company: by keys alone, what happened is told and taken back; both are accessible.
import { expect } from '@playwright/test'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { test } from './support/test.ts'

test('shipments on the board and on the map', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('shipments')
  const views = page.getByRole('radiogroup', { name: t('shipments.views.label') })
  const column = (state: 'departed' | 'arrived') =>
    page.getByRole('region', { name: new RegExp(`^${t(`shipments.states.${state}`)}`) })
  const numbersIn = (state: 'departed' | 'arrived') => column(state).getByRole('listitem').getByRole('link')

  await test.step('the board by keys', async () => {
    await views.getByText(t('shipments.views.board'), { exact: true }).click()
    const first = numbersIn('departed').first()
    await expect(first).toBeVisible()
    await expectAccessible(page, 'board')
    await first.focus()
    await first.press('ArrowDown')
    await expect(numbersIn('departed').nth(1)).toBeFocused()
    await numbersIn('departed').nth(1).press('ArrowRight')
    await expect(numbersIn('arrived').nth(1)).toBeFocused()
    await numbersIn('arrived').nth(1).press('Home')
    await expect(numbersIn('arrived').first()).toBeFocused()
    await numbersIn('arrived').first().press('ArrowLeft')
    await expect(first).toBeFocused()
  })

  await test.step('what happened moves the card, and undoing it moves it back', async () => {
    const first = numbersIn('departed').first()
    const number = (await first.textContent()) ?? ''
    await first.press('e')
    const dialog = page.getByRole('dialog', { name: t('shipments.board.event.title', { number }) })
    await dialog.getByRole('combobox', { name: t('shipments.board.event.state') }).fill(t('shipments.states.arrived'))
    await page.getByRole('option', { name: t('shipments.states.arrived'), exact: true }).click()
    await dialog.getByRole('button', { name: t('shipments.board.event.save') }).click()
    await expect(dialog).toBeHidden()
    const card = (state: 'departed' | 'arrived') => column(state).getByRole('link', { name: number, exact: true })
    await expect(card('arrived')).toBeVisible()
    await page.getByRole('button', { name: t('common.undo'), exact: true }).click()
    await expect(card('departed')).toBeVisible()
  })

  await test.step('the map says in its table where things are', async () => {
    await views.getByText(t('shipments.views.map'), { exact: true }).click()
    await expect(page.getByRole('img', { name: t('shipments.map.label') })).toBeVisible()
    const place = page.getByRole('table').getByRole('button').first()
    await place.press('Enter')
    await expect(page.getByRole('table').getByRole('listitem').first()).toContainText(/SH-\d{4}-\d+/)
    await expectAccessible(page, 'map')
  })
})
