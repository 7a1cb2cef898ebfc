// The import, from files to report.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, type Locator } from '@playwright/test'
import type { Program } from '../support/launch.ts'

export class ImportPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  async choose(files: readonly string[]): Promise<void> {
    const { page, t } = this.#program
    await page.locator('input[type=file]').setInputFiles([...files])
    await expect(page.getByText(t('import.readiness.reading'), { exact: true })).toHaveCount(0)
    await expect(page.getByText(t('import.readiness.waiting'), { exact: true })).toHaveCount(0)
  }

  /** Lets go of files over the window, as from a folder. */
  async drop(files: readonly string[]): Promise<void> {
    const { page } = this.#program
    const held = files.map((file) => ({ name: basename(file), text: readFileSync(file, 'utf8') }))
    const dataTransfer = await page.evaluateHandle((given) => {
      const transfer = new DataTransfer()
      for (const { name, text } of given) transfer.items.add(new File([text], name))
      return transfer
    }, held)
    await page.getByRole('main').dispatchEvent('drop', { dataTransfer })
  }

  /** Remembers the shown file's columns under a name. */
  async remember(name: string): Promise<void> {
    const { page, t } = this.#program
    await page.getByLabel(t('import.saved.name')).fill(name)
    await page.getByRole('button', { name: t('import.saved.save') }).click()
    await expect(page.getByText(t('import.saved.done', { name }))).toBeVisible()
  }

  /** A file's row in the list, with what is said of it. */
  file(name: string): Locator {
    const { page, t } = this.#program
    return page
      .getByRole('list', { name: t('import.files.label') })
      .getByRole('button', { name: new RegExp(`^${name}`) })
  }

  async answer(option: string | RegExp): Promise<void> {
    await this.#program.page.getByRole('radio', { name: option }).check()
  }

  async fieldOf(column: string): Promise<Locator> {
    const { page, t } = this.#program
    return page.getByRole('combobox', { name: t('import.columns.fieldOf', { column }) })
  }

  async tryOut(): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('import.trial.run'), exact: true }).click()
    await expect(page.getByText(t('import.trial.intro'))).toBeVisible()
  }

  /** The counts of a file, or of all: new, changed, unchanged, refused. */
  async counts(row: string): Promise<string[]> {
    const cells = this.#program.page.getByRole('row', { name: new RegExp(`^${row}`) }).getByRole('cell')
    return (await cells.allTextContents()).slice(1)
  }

  /** What was refused, row by row, as the grid says it. */
  async refusedRows(): Promise<string[][]> {
    const { page, t } = this.#program
    const rows = page
      .getByRole('region', { name: t('import.refused.title') })
      .locator('.ag-center-cols-container, .ag-grid-scrolling-container')
      .locator('.ag-row')
    await expect(rows.first()).toBeVisible()
    return rows.evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll('.ag-cell')].map((cell) => cell.textContent ?? '')),
    )
  }

  async run(): Promise<void> {
    const { page, t } = this.#program
    const name = new RegExp(`^${t('import.trial.import')}`)
    await page.getByRole('main').getByRole('button', { name }).click()
    await expect(page.getByText(t('import.report.title'))).toBeVisible()
  }
}
