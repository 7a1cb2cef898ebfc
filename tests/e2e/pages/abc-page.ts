// The ABC screen.
import { expect, type Locator } from '@playwright/test'
import type { AbcBasis, AbcClass } from '#shared/schemas/insights.ts'
import type { Program } from '../support/launch.ts'

export class AbcPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  /** The key figure of a class, such as `36 products`. */
  classCount(letter: AbcClass): Locator {
    const { page, t } = this.#program
    const card = page.locator('dl > div').filter({ hasText: t('insights.abc.class', { letter }) })
    return card.locator('dd').first()
  }

  /** Products of all classes together. */
  async productCount(): Promise<number> {
    const figures = await Promise.all((['A', 'B', 'C'] as const).map((letter) => this.classCount(letter).textContent()))
    return figures.reduce((sum, figure) => sum + Number.parseInt(figure ?? '', 10), 0)
  }

  async expectCounts(counts: Record<AbcClass, number>): Promise<void> {
    const { t } = this.#program
    for (const letter of ['A', 'B', 'C'] as const) {
      const count = counts[letter]
      await expect(this.classCount(letter)).toHaveText(t('insights.abc.products', { count, formatted: String(count) }))
    }
  }

  async rankBy(basis: AbcBasis): Promise<void> {
    const { page, t } = this.#program
    await page
      .getByRole('radiogroup', { name: t('insights.abc.basis.label') })
      .getByText(t(`insights.abc.basis.${basis}`))
      .click()
  }

  limit(letter: 'A' | 'B'): Locator {
    const { page, t } = this.#program
    return page.getByRole('slider', { name: t('insights.abc.limits.of', { label: letter }) })
  }

  async openCard(sku: string): Promise<Locator> {
    const { page } = this.#program
    await page.locator('.ag-row').filter({ hasText: sku }).locator('.q-explains').click()
    const card = page.getByRole('complementary').filter({ hasText: sku })
    await expect(card).toBeVisible()
    return card
  }
}
