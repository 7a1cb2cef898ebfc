// The ABC-XYZ screen.
import { expect, type Locator } from '@playwright/test'
import type { MatrixCellName } from '#shared/schemas/planning.ts'
import type { Program } from '../support/launch.ts'

export class ClassesPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  cell(name: MatrixCellName): Locator {
    const { page, t } = this.#program
    return page
      .getByRole('group', { name: t('classes.matrix.label') })
      .getByRole('button', { name: new RegExp(`^${name}`) })
  }

  /** The number of products that the cell shows. */
  async countOf(name: MatrixCellName): Promise<number> {
    return Number.parseInt((await this.cell(name).locator('[data-numeric] [aria-hidden]').textContent()) ?? '', 10)
  }

  async show(view: 'matrix' | 'runs' | 'rules'): Promise<void> {
    const { page, t } = this.#program
    await page
      .getByRole('radiogroup', { name: t('classes.view.label') })
      .getByText(t(`classes.view.${view}`))
      .click()
  }

  async lookAsOf(day: string): Promise<void> {
    const { page, t } = this.#program
    const field = page.getByLabel(t('classes.on'), { exact: true })
    await field.fill(day)
    // What the screen says of its days ends with the last complete month.
    await expect(
      page
        .getByText(`– ${day}`)
        .or(page.getByText(`to ${day}`))
        .first(),
    ).toBeVisible()
  }

  async keep(note: string): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('classes.keep.do') }).click()
    const field = page.getByRole('textbox', { name: t('classes.keep.note') })
    await expect(field).toBeFocused()
    await field.fill(note)
    await page.getByRole('button', { name: t('classes.keep.save'), exact: true }).click()
    await expect(field).toBeHidden()
  }
}
