// One shipment on its road: its page again and again, news that are pasted, goods that come back, and what lies in stock meanwhile.
import { expect, type Locator } from '@playwright/test'
import type { Program } from '../support/launch.ts'
import { ShellPage } from './shell-page.ts'

export class ShipmentPage {
  readonly #program: Program
  #address = ''

  constructor(program: Program) {
    this.#program = program
  }

  /** Of the shipment that is on the screen. */
  async keepAddress(): Promise<void> {
    this.#address = await this.#program.page.evaluate(() => location.hash.split('?')[0] ?? '')
  }

  /** The page of the shipment whose address was kept. */
  async open(): Promise<void> {
    const { page } = this.#program
    await page.evaluate((to) => location.assign(to), this.#address)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/SH-\d{4}-\d{4}/)
  }

  /** Pasted on the screen of news, and kept by key. */
  async paste(text: string, count: number): Promise<void> {
    const { page, t } = this.#program
    const field = page.getByRole('textbox', { name: t('tracking.paste.label') })
    await field.fill(text)
    const name = t('tracking.paste.keep', { count, formatted: String(count) })
    await expect(page.getByRole('button', { name, exact: true })).toBeEnabled()
    await page.keyboard.press('ControlOrMeta+s')
    await expect(field).toHaveValue('')
  }

  /** Asks to take back what is out. */
  async beginReturn(): Promise<Locator> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('shipments.verbs.more'), exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: t('shipments.verbs.return'), exact: true }).press('Enter')
    return page.getByRole('dialog')
  }

  /** On hand by SKU, as the list of stock says it. */
  async stock(): Promise<Record<string, number>> {
    const { page } = this.#program
    await new ShellPage(this.#program).go('stock')
    const rows = page.locator('.ag-row')
    await expect(rows.first().locator('[col-id="onHand"]')).toHaveText(/\d/)
    const read = await rows.evaluateAll((found) =>
      found.map((row) => ['sku', 'onHand'].map((id) => row.querySelector(`[col-id="${id}"]`)?.textContent ?? '')),
    )
    return Object.fromEntries(
      read.map(([sku = '', onHand = '']) => [sku, Number.parseFloat(onHand.replaceAll(',', ''))]),
    )
  }
}
