// The list of tasks, a task beside it, and the line that adds one.
import { expect, type Locator } from '@playwright/test'
import type { Program } from '../support/launch.ts'

export class TasksPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  /** Writes a task into the line at the top, from the keyboard alone. */
  async add(title: string, day = ''): Promise<void> {
    const { page, t } = this.#program
    const line = page.getByRole('form', { name: t('tasks.quick.label') })
    await line.getByRole('textbox', { name: t('tasks.quick.title') }).fill(title)
    await line.getByRole('textbox', { name: t('tasks.quick.due') }).fill(day)
    await page.keyboard.press('Enter')
    await expect(page.getByText(t('tasks.quick.added', { title }))).toBeVisible()
  }

  row(title: string): Locator {
    return this.#program.page.locator('.ag-row', { hasText: title })
  }

  tick(title: string): Locator {
    return this.#program.page.getByRole('checkbox', { name: this.#program.t('tasks.markDone', { title }) })
  }

  drawer(title: string): Locator {
    return this.#program.page.getByRole('complementary', { name: title })
  }

  async open(title: string): Promise<Locator> {
    await this.row(title).locator('.ag-cell[col-id="title"]').click()
    await expect(this.drawer(title)).toBeVisible()
    return this.drawer(title)
  }
}
