// The history of the book, the bin, and the book as of a day.
import { expect, type Locator } from '@playwright/test'
import type { Program } from '../support/launch.ts'

export class HistoryPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  /** Behind the time of day, the name of the change and nothing else. */
  #opens(name: string): RegExp {
    const label = this.#program.t('history.book.open', { time: '', what: name })
    return new RegExp(`\\d${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
  }

  /** The line of a change that is named so, the newest first. */
  line(name: string): Locator {
    const { page, t } = this.#program
    const opener = page.getByRole('button', { name: this.#opens(name) })
    return page
      .getByRole('list', { name: t('history.book.list') })
      .getByRole('listitem')
      .filter({ has: opener })
      .first()
  }

  async open(name: string): Promise<void> {
    await this.line(name)
      .getByRole('button', { name: this.#opens(name) })
      .click()
  }

  async undo(name: string): Promise<void> {
    const { t } = this.#program
    await this.line(name)
      .getByRole('button', { name: t('history.book.undoOne', { what: name }) })
      .click()
  }

  /** What was said last, in the corner. */
  notice(text: string): Locator {
    return this.#program.page.getByRole('alert').filter({ hasText: text })
  }

  get pastBanner(): Locator {
    const { page, t } = this.#program
    return page.getByRole('status').filter({ has: page.getByRole('button', { name: t('past.back') }) })
  }

  /** From the palette to the book as it was yesterday. */
  async seeYesterday(): Promise<void> {
    const { page, t } = this.#program
    await page.keyboard.press('ControlOrMeta+k')
    const field = page.getByRole('dialog').getByPlaceholder(t('shell.find'))
    await expect(field).toBeFocused()
    await field.fill(t('search.commands.past'))
    await page
      .getByRole('dialog')
      .locator('[data-action]')
      .filter({ hasText: t('search.commands.past') })
      .click()
    const chooser = page.getByRole('dialog', { name: t('past.choose.title') })
    await chooser.getByRole('button', { name: t('past.choose.usual.yesterday') }).click()
    await expect(this.pastBanner).toBeVisible()
  }

  async backToNow(): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('past.back') }).click()
    await expect(this.pastBanner).toBeHidden()
  }
}
