// Any list of records: its rows, cells, views and what is done with ticked rows.
import { expect, type Locator } from '@playwright/test'
import type { Program } from '../support/launch.ts'

export class ListPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  get rows(): Locator {
    return this.#program.page.locator('.ag-row')
  }

  /** The cell of a column in the row that holds a text. */
  cell(row: string, column: string): Locator {
    return this.rows.filter({ hasText: row }).locator(`[col-id="${column}"]`)
  }

  /** Puts the keyboard onto a cell, with no record beside the list. */
  async focus(row: string, column: string): Promise<void> {
    const { page } = this.#program
    await this.cell(row, column).click()
    await expect(page.getByRole('complementary')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('complementary')).toBeHidden()
    await this.cell(row, column).focus()
  }

  async search(text: string): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('textbox', { name: t('lists.find') }).fill(text)
  }

  get views(): Locator {
    const { page, t } = this.#program
    return page.getByRole('navigation', { name: t('views.title') })
  }

  tab(name: string): Locator {
    return this.views.getByRole('button', { name: new RegExp(`^(${this.#program.t('views.shared')} )?${name}`) })
  }

  async saveView(name: string): Promise<void> {
    const { page, t } = this.#program
    await this.views.getByRole('button', { name: t('views.save') }).click()
    await page.getByRole('textbox', { name: t('views.name') }).fill(name)
    await page.keyboard.press('Enter')
    await expect(this.tab(name)).toHaveAttribute('aria-current', 'true')
  }

  async viewMenu(name: string, item: string): Promise<void> {
    const { page, t } = this.#program
    await this.views.getByRole('button', { name: t('views.menu', { name }), exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }

  /** What a spreadsheet put on the clipboard, pasted where the keyboard is. */
  async paste(text: string): Promise<void> {
    await this.#program.page.evaluate((content) => {
      const data = new DataTransfer()
      data.setData('text/plain', content)
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    }, text)
  }

  /** What a copy where the keyboard is puts on the clipboard. */
  async copy(): Promise<string> {
    return this.#program.page.evaluate(() => {
      const data = new DataTransfer()
      const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
      return data.getData('text/plain')
    })
  }
}
