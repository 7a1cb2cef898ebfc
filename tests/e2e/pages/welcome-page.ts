// Before a book is open.
import { expect } from '@playwright/test'
import type { Program } from '../support/launch.ts'

export type FourAnswers = { company: string; country: string; owner: string }

export class WelcomePage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  async expectShown(): Promise<void> {
    const { page, t } = this.#program
    await expect(page.getByRole('heading', { name: t('welcome.start.title') })).toBeVisible()
  }

  async lookRound(): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('welcome.start.sample') }).click()
    await expect(page.getByRole('heading', { level: 1, name: t('today.title') })).toBeVisible({ timeout: 30_000 })
  }

  /** Answers the four questions by keyboard alone; the currency follows from the country. */
  async makeBook({ company, country, owner }: FourAnswers): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('welcome.start.new') }).press('Enter')
    await expect(page.getByLabel(t('welcome.new.company'))).toBeFocused()
    await page.keyboard.type(company)
    await page.keyboard.press('Tab')
    await page.keyboard.type(country)
    await expect(page.getByRole('option').first()).toHaveAccessibleName(country)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: t('welcome.new.country') })).toHaveValue(country)
    await page.getByLabel(t('welcome.new.owner')).fill(owner)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: t('import.first.title') })).toBeVisible()
  }

  async openRecent(company: string): Promise<void> {
    // Others speak of the book, too; its own button begins with its name, and behind it stands the menu of the same book.
    const name = new RegExp(`^${company}`)
    await this.#program.page.getByRole('button', { name }).first().click()
  }
}
