// An open count: the field that a scanner types into, and the lines of the sheet.
import { expect, type Locator } from '@playwright/test'
import type { Program } from '../support/launch.ts'

export class CountPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  /** Types codes one right after the other, as a scanner does. */
  async scan(...codes: readonly string[]): Promise<void> {
    const { page, t } = this.#program
    await expect(page.getByRole('textbox', { name: t('counting.scan.label') })).toBeFocused()
    for (const code of codes) {
      await page.keyboard.insertText(code)
      await page.keyboard.press('Enter')
    }
  }

  /** What became of the last codes, the newest first. */
  get log(): Locator {
    const { page, t } = this.#program
    return page.getByRole('list', { name: t('counting.scan.log') }).getByRole('listitem')
  }

  get #sheet(): Locator {
    const { page, t } = this.#program
    return page
      .getByRole('region', { name: t('counting.lines.title') })
      .getByRole('table')
      .first()
  }

  get lines(): Locator {
    return this.#sheet.locator('tbody').getByRole('row')
  }

  async firstSku(): Promise<string> {
    return (await this.#sheet.locator('tbody').getByRole('link').first().textContent()) ?? ''
  }

  #row(sku: string): Locator {
    return this.#sheet
      .getByRole('row')
      .filter({ has: this.#program.page.getByRole('link', { name: sku, exact: true }) })
  }

  /** The field that what was counted is typed into. */
  counted(sku: string): Locator {
    return this.#row(sku).getByRole('textbox')
  }

  async expected(sku: string): Promise<string> {
    return ((await this.cell(sku, 'expected').textContent()) ?? '').replaceAll(',', '')
  }

  cell(sku: string, column: 'expected' | 'difference' | 'value'): Locator {
    const at = { expected: 0, difference: 2, value: 3 }[column]
    return this.#row(sku).locator('td[data-numeric]').nth(at)
  }
}
