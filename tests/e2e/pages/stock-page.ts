// Stock documents: written by keyboard, and what is told of them.
import { expect, type Locator } from '@playwright/test'
import type { FormKind } from '#renderer/features/stock/form-kinds.ts'
import type { Program } from '../support/launch.ts'

export class StockPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  get title(): Locator {
    return this.#program.page.getByRole('heading', { level: 1 })
  }

  /** From the list of documents; its first field has the keyboard then. */
  async begin(kind: FormKind): Promise<void> {
    const { page, t } = this.#program
    await page.keyboard.press('n')
    await expect(this.title).toHaveText(t('stock.new.receipt'))
    if (kind === 'receipt') return
    await page.getByRole('button', { name: t('stock.form.otherKind') }).click()
    await page.getByRole('menuitem', { name: t(`stock.kinds.${kind}`) }).click()
    await expect(this.title).toHaveText(t(`stock.new.${kind}`))
  }

  /** As a scanner does it: the code and Enter; the keyboard then stands in the quantity. */
  async scan(code: string, quantity: string): Promise<void> {
    const { page } = this.#program
    await this.line('product').fill(code)
    await expect(page.getByRole('option').first()).toContainText(code)
    await page.keyboard.press('Enter')
    await expect(this.line('quantity')).toBeFocused()
    await page.keyboard.type(quantity)
  }

  line(field: 'product' | 'quantity' | 'unitCost'): Locator {
    const { page, t } = this.#program
    const name = t('stock.form.of', { field: t(`stock.fields.${field}`), number: 1 })
    return page.getByRole(field === 'product' ? 'combobox' : 'textbox', { name })
  }

  /** A day as it is typed. */
  async on(day: string): Promise<void> {
    const { page, t } = this.#program
    const field = page.getByRole('textbox', { name: t('stock.fields.on') })
    await field.fill(day)
    await field.press('Tab')
  }

  async choose(field: 'to' | 'reason', option: string): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('combobox', { name: t(`stock.fields.${field}`) }).click()
    await page.getByRole('option', { name: option }).click()
  }

  /** Posts by key. */
  async post(): Promise<void> {
    await this.#program.page.keyboard.press('ControlOrMeta+s')
  }

  /** The document is there, on its own page. */
  async expectPosted(prefix: string): Promise<void> {
    await expect(this.title).toHaveText(new RegExp(`^${prefix}-\\d{4}-0001`))
  }
}
