// The window around every screen: navigation, language, theme, palette, keyboard map.
import { expect, type Locator } from '@playwright/test'
import type { english } from '#shared/i18n/english.ts'
import type { Program } from '../support/launch.ts'

type NavKey = keyof typeof english.shell.nav

export class ShellPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  /** Follows a link of the sidebar, until its screen is there. */
  async go(to: NavKey): Promise<void> {
    const { page, t } = this.#program
    const sidebar = page.getByRole('navigation', { name: t('shell.navigation') })
    // Beside the name may stand how much waits there.
    const link = sidebar.getByRole('link').filter({ has: page.getByText(t(`shell.nav.${to}`), { exact: true }) })
    await this.#unfold(to)
    const title = page.getByRole('heading', { level: 1 })
    const isThere = (await link.getAttribute('aria-current')) === 'page'
    const before = isThere ? null : await title.textContent()
    await link.click()
    await expect(link).toHaveAttribute('aria-current', 'page')
    // The screen before stands there until the next one is loaded, with a list and fields like its own.
    if (before !== null) await expect(title).not.toHaveText(before)
    await expect(title).toBeVisible()
  }

  /** What is rarely used stands behind the heading of its group. */
  async #unfold(to: NavKey): Promise<void> {
    const { page, t } = this.#program
    const sidebar = page.getByRole('navigation', { name: t('shell.navigation') })
    await expect(sidebar).toBeVisible()
    const named = page.getByText(t(`shell.nav.${to}`), { exact: true })
    const heading = sidebar.locator('[data-group]').filter({ has: named }).locator('button[aria-expanded="false"]')
    if ((await heading.count()) > 0) await heading.click()
  }

  async closeBook(company: string): Promise<void> {
    const { page, t } = this.#program
    await page
      .getByRole('navigation', { name: t('shell.navigation') })
      .getByRole('button', { name: company })
      .click()
    await page.getByRole('menuitem', { name: t('shell.book.close') }).click()
  }

  async speak(name: 'EN' | '中文'): Promise<void> {
    await this.#program.page.getByRole('button', { name, exact: true }).click()
  }

  async chooseTheme(theme: 'system' | 'light' | 'dark'): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: new RegExp(`^${t('shell.theme.label')}`) }).click()
    await page.getByRole('menuitem', { name: t(`shell.theme.${theme}`) }).click()
  }

  async openPalette(): Promise<Locator> {
    const { page, t } = this.#program
    await page.keyboard.press('ControlOrMeta+k')
    const field = page.getByRole('dialog').getByPlaceholder(t('shell.find'))
    await expect(field).toBeVisible()
    return field
  }
}
