// The calendar: its days and their entries.
import type { Locator } from '@playwright/test'
import type { Program } from '../support/launch.ts'

export class CalendarPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  day(day: string): Locator {
    return this.#program.page.locator(`[role="gridcell"][data-day="${day}"]`)
  }

  today(): Locator {
    return this.#program.page.locator('[role="gridcell"][aria-current="date"]')
  }

  entry(day: string, title: string): Locator {
    return this.day(day).getByRole('link', { name: title })
  }

  async show(view: 'month' | 'week' | 'list'): Promise<void> {
    const { page, t } = this.#program
    await page
      .getByRole('radiogroup', { name: t('calendar.view') })
      .getByText(t(`calendar.views.${view}`), { exact: true })
      .click()
  }
}
