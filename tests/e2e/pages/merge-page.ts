// Bringing copies together, from the choice of the other copy to the way back; and what is to mend after it.
import { expect, type Locator } from '@playwright/test'
import type { Program } from '../support/launch.ts'

export class MergePage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  /** Chooses a file of the home folder in the page's own chooser; it is looked at then. */
  async choose(file: string): Promise<void> {
    const { page, t } = this.#program
    await page
      .getByRole('main')
      .getByRole('button', { name: t('merge.choose.button') })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: new RegExp(`^${file}`) }).click()
    await dialog.getByRole('button', { name: t('places.take.file'), exact: true }).click()
  }

  get main(): Locator {
    return this.#program.page.getByRole('main')
  }

  async press(key: Parameters<Program['t']>[0]): Promise<void> {
    const { t } = this.#program
    await this.main.getByRole('button', { name: t(key), exact: true }).click()
  }

  /** The step that is open now. */
  async expectStep(step: 'choose' | 'report' | 'decide' | 'after' | 'done'): Promise<void> {
    const { page, t } = this.#program
    const steps = page.getByRole('list', { name: t('merge.steps.label') })
    await expect(steps.locator('[aria-current=step]')).toContainText(t(`merge.steps.${step}`))
  }

  /** What both changed. */
  conflicts(): Locator {
    const { page, t } = this.#program
    return page.getByRole('listbox', { name: t('merge.decide.list') })
  }

  /** Both values of the one that is open. */
  panel(): Locator {
    const { page, t } = this.#program
    return page.getByRole('region', { name: t('merge.decide.panel') })
  }
}
