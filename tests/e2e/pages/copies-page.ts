// Copies: what one holds, how it is protected, where it goes, and an encrypted one opened again.
import { expect, type Locator } from '@playwright/test'
import type { english } from '#shared/i18n/english.ts'
import type { Program } from '../support/launch.ts'

type Redaction = 'personal' | 'costs' | 'suppliers'

/** Making and opening may take seconds: a passphrase is stretched on purpose. */
const patience = { timeout: 60_000 }

export class CopiesPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  get #form(): Locator {
    const { page, t } = this.#program
    return page.getByRole('form', { name: t('copies.make.title') })
  }

  async protect(passphrase: string, again = passphrase): Promise<void> {
    const { t } = this.#program
    await this.#form.getByRole('checkbox', { name: t('copies.passphrase.use') }).check()
    await this.#form.getByLabel(t('copies.passphrase.field'), { exact: true }).fill(passphrase)
    await this.#form.getByLabel(t('copies.passphrase.again'), { exact: true }).fill(again)
  }

  /** Leaves exactly these out. */
  async redact(...chosen: Redaction[]): Promise<void> {
    const { t } = this.#program
    await this.#form.getByRole('radio', { name: t('copies.make.redacted') }).check()
    for (const one of ['personal', 'costs', 'suppliers'] as const) {
      const box = this.#form.getByRole('checkbox', { name: t(`copies.redact.${one}`), exact: true })
      await box.setChecked(chosen.includes(one))
    }
  }

  /** How many rows the preview says go from a table. */
  rowsGoing(table: keyof typeof english.copies.tables): Locator {
    const { t } = this.#program
    return this.#form
      .getByRole('row', { name: t(`copies.tables.${table}`) })
      .getByRole('cell')
      .last()
  }

  async press(button: 'save' | 'download'): Promise<void> {
    const { t } = this.#program
    await this.#form.getByRole('button', { name: t(`copies.make.${button}`) }).click()
  }

  /** Takes the name that is offered, where the chooser begins. */
  async saveThere(title: 'copies.make.choose' | 'copies.open.target', name?: string): Promise<void> {
    const { page, t } = this.#program
    const chooser = page.getByRole('dialog', { name: t(title) })
    if (name !== undefined) await chooser.getByLabel(t('places.name')).fill(name)
    await chooser.getByRole('button', { name: t('places.take.target') }).click()
  }

  async expectMade(): Promise<void> {
    const { page, t } = this.#program
    await expect(page.getByText(t('copies.done.title'), { exact: true })).toBeVisible(patience)
  }

  async chooseEncrypted(name: string): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('copies.open.choose') }).click()
    const chooser = page.getByRole('dialog', { name: t('copies.open.file') })
    await chooser.getByRole('button', { name }).click()
    await chooser.getByRole('button', { name: t('places.take.file') }).click()
  }

  async open(passphrase: string, name: string): Promise<void> {
    const { page, t } = this.#program
    const form = page.getByRole('form', { name: t('copies.open.title') })
    await form.getByLabel(t('copies.passphrase.field'), { exact: true }).fill(passphrase)
    await form.getByRole('button', { name: t('copies.open.open') }).click()
    await this.saveThere('copies.open.target', name)
  }

  async openNow(): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('copies.open.openNow') }).click(patience)
  }
}
