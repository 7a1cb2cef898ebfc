// A confirmed order is changed: what it said before is kept, told by field and line, in both languages.
import { expect } from '@playwright/test'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { inLanguage } from './support/in-language.ts'
import { test } from './support/test.ts'

for (const language of inLanguage('zh-CN')) {
  test(`versions of an order (${language})`, async ({ launch }) => {
    test.slow()
    const program = await launch({ language })
    const { page, t } = program
    await new WelcomePage(program).lookRound()
    await new ShellPage(program).go('orders')
    // A confirmed one: drafts keep no versions.
    const confirmed = page.locator('.ag-row').filter({ hasText: t('orders.statuses.confirmed') })
    await confirmed.first().locator('[col-id="number"]').focus()
    await page.keyboard.press('ControlOrMeta+Enter')
    const title = page.getByRole('heading', { level: 1 })
    await expect(title).toContainText('SO-')

    const panels = page.getByRole('region', { name: t('records.panels') })
    const change = async (note: string) => {
      await page.getByRole('link', { name: t('common.edit') }).click()
      // The order's own page has a field for notes, too: the form is there once it can be saved.
      await expect(page.getByRole('button', { name: t('common.save'), exact: true })).toBeVisible()
      await page.getByRole('textbox', { name: t('orders.fields.note'), exact: true }).fill(note)
      await page.keyboard.press('ControlOrMeta+s')
      // The form bears the number as well: only the order's own page can be edited again.
      await expect(page.getByRole('link', { name: t('common.edit') })).toBeVisible()
      await panels.getByRole('tab', { name: t('versions.title') }).click()
    }
    await change('Leave at the gate')
    const versions = page.getByRole('list', { name: t('versions.list') })
    await expect(versions.getByRole('button')).toHaveCount(2)
    await expect(versions.getByRole('button').first()).toContainText(t('versions.current'))
    await expect(
      panels.getByText(t('versions.from', { before: t('versions.nothing'), after: 'Leave at the gate' })),
    ).toBeVisible()
    await expectAccessible(page, 'versions of an order')

    await change('Ring twice')
    await expect(versions.getByRole('button')).toHaveCount(3)
    // Against the first one instead of the one before.
    await panels.getByRole('combobox', { name: t('versions.compareWith') }).click()
    await page.getByRole('option', { name: t('versions.version', { version: 1 }) }).click()
    await expect(
      panels.getByText(t('versions.from', { before: t('versions.nothing'), after: 'Ring twice' })),
    ).toBeVisible()
    // By keyboard: the oldest, against how the order stands.
    await versions.getByRole('button').last().focus()
    await page.keyboard.press('Enter')
    await expect(versions.getByRole('button').last()).toHaveAttribute('aria-pressed', 'true')
    await expect(panels.getByRole('link', { name: t('versions.print') })).toHaveAttribute('href', /version=\d+/)
  })
}
