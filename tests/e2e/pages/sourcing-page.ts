// Admitting a supplier, asking several of them, writing down what they answer.
import { expect, type Locator } from '@playwright/test'
import type { english } from '#shared/i18n/english.ts'
import type { Program } from '../support/launch.ts'

export class SourcingPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  async addSupplier(name: string): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('link', { name: t('parties.supplier.new') }).click()
    const field = page.getByRole('textbox', { name: t('parties.fields.name'), exact: true })
    await expect(field).toBeFocused()
    await field.fill(name)
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  }

  /** An item of the checklist, by its key. */
  async signOff(item: keyof typeof english.suppliers.items): Promise<void> {
    const { page, t } = this.#program
    const word = t(`suppliers.items.${item}`)
    const state = page.getByRole('combobox', { name: t('suppliers.admit.stateOf', { item: word }) })
    await state.click()
    await page.getByRole('option', { name: t('suppliers.states.passed'), exact: true }).click()
    await expect(state).toHaveValue(t('suppliers.states.passed'))
  }

  async approve(name: string): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('suppliers.status.change') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: t('suppliers.status.save') }).click()
    const status = t('suppliers.statuses.approved')
    await expect(page.getByText(t('suppliers.status.changed', { name, status }))).toBeVisible()
  }

  /** Takes the record of a name in a field that suggests while it is typed in. */
  async pick(label: string, name: string): Promise<void> {
    const { page } = this.#program
    const field = page.getByRole('combobox', { name: label, exact: true })
    await field.fill(name)
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click()
  }

  /** A field of a supplier's column. */
  answerField(field: string, supplier: string): Locator {
    const { page, t } = this.#program
    return page.getByRole('textbox', { name: t('sourcing.requests.answers.field', { field, supplier }), exact: true })
  }

  /** A price and the days it takes; the key saves the column. */
  async answer(supplier: string, { item, price, days }: { item: string; price: string; days: string }): Promise<void> {
    const { page, t } = this.#program
    const first = this.answerField(t('sourcing.requests.answers.priceOf', { item }), supplier)
    await first.fill(price)
    await first.press('Enter')
    await expect(this.answerField(t('sourcing.answer.freight'), supplier)).toBeFocused()
    await this.answerField(t('sourcing.answer.leadTimeDays'), supplier).fill(days)
    await page.keyboard.press('Control+s')
    await expect(page.getByText(t('sourcing.requests.answers.saved', { supplier }))).toBeVisible()
  }
}
