// Help beside the screen it explains: F1 anywhere, its own page first, every other one a search away.
import { expect } from '@playwright/test'
import { helpPages } from '#renderer/features/help/help-pages.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { inLanguage } from './support/in-language.ts'
import { test } from './support/test.ts'

for (const language of inLanguage('zh-CN')) {
  test(`help (${language})`, async ({ launch }) => {
    test.slow()
    const program = await launch({ language })
    const { page, t } = program
    const shell = new ShellPage(program)
    await new WelcomePage(program).lookRound()
    await shell.go('abc')
    await expect(page.locator('.ag-row').first()).toBeVisible()

    await page.keyboard.press('F1')
    const help = page.getByRole('dialog', { name: t('help.title') })
    const title = help.getByRole('article').getByRole('heading', { level: 3 }).first()
    const search = help.getByRole('textbox', { name: t('help.search') })
    await expect(title).toHaveText(t('insights.abc.title'))
    await expect(search).toBeFocused()
    await expectAccessible(page, 'help for ABC')

    // The screen stays in reach, and help follows it.
    await shell.go('rates')
    await expect(title).toHaveText(t('rates.title'))

    // By keys only: words, the first hit, and on in its text.
    await search.focus()
    await page.keyboard.type(t('alerts.rules.attachments/expiring.name'))
    await expect(help.getByRole('status')).toHaveText(t('help.found', { count: 1 }))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(title).toHaveText(t('alerts.title'))
    await expect(help.getByRole('heading', { name: t('alerts.rules.attachments/expiring.name') })).toBeInViewport()
    await expect(help.getByRole('article')).toBeFocused()

    // Back to the page of the screen behind.
    await help.getByRole('button', { name: `${t('help.open')}: ${t('rates.title')}` }).click()
    await expect(title).toHaveText(t('rates.title'))

    await search.fill('xyzzy')
    await expect(help.getByRole('status')).toHaveText(t('help.none', { text: 'xyzzy' }))
    await help.getByRole('button', { name: t('help.contents') }).click()
    await expect(help.getByRole('navigation').getByRole('listitem')).toHaveCount(helpPages.length)
    await expectAccessible(page, 'all pages of help')
    await page.keyboard.press('F1')
    await expect(help).toBeHidden()

    // In a field too; Escape gives it back as it was.
    await shell.go('company')
    const name = page.getByRole('textbox').first()
    await name.focus()
    await page.keyboard.press('F1')
    await expect(search).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(help).toBeHidden()
    await expect(name).toBeFocused()

    // What lies over the screen takes Escape first; the sheet of keys leads here as well.
    await page.keyboard.press('F1')
    await help.getByRole('button', { name: t('common.close') }).click()
    await page.getByRole('button', { name: t('shell.keys.title') }).click()
    await page
      .getByRole('dialog', { name: t('shell.keys.title') })
      .getByRole('button', { name: t('help.open') })
      .click()
    await expect(title).toHaveText(t('company.title'))
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog').filter({ has: page.getByPlaceholder(t('shell.find')) })
    await expect(palette).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(palette).toBeHidden()
    await expect(help).toBeVisible()
  })
}
