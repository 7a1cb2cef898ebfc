// Backups: the list, the look into one, and the way back.
import { expect, type Locator } from '@playwright/test'
import type { Program } from '../support/launch.ts'

export class BackupsPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  async makeNow(): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('backups.make') }).click()
    await expect(page.getByText(t('backups.made'))).toBeVisible()
  }

  rows(): Locator {
    const { page, t } = this.#program
    return page.getByRole('table', { name: t('backups.list.title') }).locator('tbody tr')
  }

  /** Opens the look into the newest backup of a cause. */
  async look(cause: 'manual' | 'restore'): Promise<Locator> {
    const { page, t } = this.#program
    const row = this.rows()
      .filter({ hasText: t(`backups.causes.${cause}`) })
      .first()
    await row.getByRole('button', { name: new RegExp(`^${t('backups.list.look')}:`) }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(t('backups.preview.counts')).first()).toBeVisible()
    return dialog
  }

  async bringBack(dialog: Locator): Promise<void> {
    const { page, t } = this.#program
    await dialog.getByRole('button', { name: t('backups.preview.restore') }).click()
    await expect(page.getByText(t('backups.preview.done'))).toBeVisible()
  }
}
