// Home: what waits, by day or by kind, and what is done about it.
import { expect, type Locator } from '@playwright/test'
import type { DayBucket } from '#shared/day-buckets.ts'
import type { AlertRuleId } from '#shared/schemas/alerts.ts'
import type { Program } from '../support/launch.ts'

export class HomePage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  async look(by: 'day' | 'kind'): Promise<void> {
    const { page, t } = this.#program
    await page.getByText(t(`today.by.${by}`), { exact: true }).click()
    await expect(page.getByRole('radio', { name: t(`today.by.${by}`) })).toBeChecked()
  }

  day(bucket: DayBucket): Locator {
    const { page, t } = this.#program
    return page.getByRole('region', { name: t(`today.days.${bucket}`), exact: true })
  }

  kind(rule: AlertRuleId): Locator {
    const { page, t } = this.#program
    return page.getByRole('region', { name: t(`alerts.rules.${rule}.name`), exact: true })
  }

  /** Says something of every alert of a kind. */
  async ofWholeKind(rule: AlertRuleId, choice: string): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('alerts.allOf', { kind: t(`alerts.rules.${rule}.name`) }) }).click()
    await page.getByRole('menuitem', { name: choice }).click()
  }

  async undo(): Promise<void> {
    const { page, t } = this.#program
    await page
      .getByRole('button', { name: t('common.undo') })
      .last()
      .click()
  }
}
