// The company's screen: its form, its pictures, its special days.
import { expect, type Locator } from '@playwright/test'
import type { english } from '#shared/i18n/english.ts'
import type { Program } from '../support/launch.ts'

type FieldKey = keyof typeof english.company.fields

export class CompanyPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  field(key: FieldKey, within?: Locator): Locator {
    const { page, t } = this.#program
    return (within ?? page.getByRole('main')).getByRole('textbox', { name: t(`company.fields.${key}`), exact: true })
  }

  async fill(values: Partial<Record<FieldKey, string>>, within?: Locator): Promise<void> {
    for (const [key, value] of Object.entries(values)) await this.field(key as FieldKey, within).fill(value)
  }

  /** Adds a row behind the others; its group of fields. */
  async addRow(kind: 'number' | 'account', number: number): Promise<Locator> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t(`company.${kind}.add`) }).click()
    return page.getByRole('group', { name: t(`company.${kind}.nth`, { number }), exact: true })
  }

  async save(): Promise<void> {
    const { page, t } = this.#program
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.getByText(t('company.saved')).last()).toBeVisible()
  }

  picture(which: 'logo' | 'stamp'): Locator {
    const { page, t } = this.#program
    return page.getByRole('group', { name: t(`company.picture.${which}`), exact: true })
  }

  /** What the table of special days says, row by row. */
  async days(): Promise<string[]> {
    const { page, t } = this.#program
    const rows = page.getByRole('table', { name: t('company.days.list') }).locator('tbody tr')
    const texts: string[] = []
    for (const row of await rows.all()) {
      const cells = await row.locator('th, td').allInnerTexts()
      texts.push(cells.slice(0, 4).join(' | '))
    }
    return texts
  }
}
