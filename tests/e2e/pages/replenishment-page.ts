// The list of what to buy.
import { expect, type Locator } from '@playwright/test'
import type { Program } from '../support/launch.ts'

export class ReplenishmentPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  /** Lines of all suppliers, without the heads of their tables. */
  get lines(): Locator {
    const { page } = this.#program
    return page.locator('tbody > tr').filter({ has: page.getByRole('checkbox') })
  }

  /** From the name of its tick: `Choose HP-1001`. */
  async skuOf(line: Locator): Promise<string> {
    const name = await line.getByRole('checkbox').getAttribute('aria-label')
    const before = this.#program.t('replenishment.choose', { sku: '' }).trim()
    return (name ?? '').replace(before, '').trim()
  }

  tick(sku: string): Locator {
    const { page, t } = this.#program
    return page.getByRole('checkbox', { name: t('replenishment.choose', { sku }), exact: true })
  }

  async markAsOrdered(count: number): Promise<void> {
    const { page, t } = this.#program
    const counted = { count, formatted: String(count) }
    await page.getByRole('button', { name: t('replenishment.orderLines', counted) }).click()
    await expect(page.getByText(t('replenishment.ordered', counted))).toBeVisible()
  }

  async exportCsv(): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('lists.export') }).click()
    await page.getByRole('menuitem', { name: t('lists.exportCsv') }).click()
  }

  /** Through the card of the line, by its product's page. */
  async openForecastOf(sku: string): Promise<void> {
    const { page, t } = this.#program
    const line = this.lines.filter({ has: this.tick(sku) })
    await line.locator('.q-explains').first().click()
    await page.getByRole('complementary').getByRole('link', { name: sku }).first().click()
    await page.getByRole('tab', { name: t('forecast.title') }).click()
    await page.getByRole('link', { name: t('forecast.whole') }).click()
    await expect(page.getByRole('heading', { level: 1, name: t('forecast.pageTitle', { sku }) })).toBeVisible()
  }
}
