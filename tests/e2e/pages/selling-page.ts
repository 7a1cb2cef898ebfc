// From an order to the money for it: an order's page with its steps and panels, what is sent, paid and credited, what is owed.
import { expect, type Locator } from '@playwright/test'
import type { Program } from '../support/launch.ts'
import { ShellPage } from './shell-page.ts'

type Receipt = { on: string; currency: string; settles: string; paid: string }

export class SellingPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  get title(): Locator {
    return this.#program.page.getByRole('heading', { level: 1 })
  }

  /** By the palette, as someone does who has the number before them. */
  async openOrder(number: string): Promise<void> {
    const { page, t } = this.#program
    const field = await new ShellPage(this.#program).openPalette()
    await field.fill(number)
    const orders = page.getByRole('dialog').getByRole('group', { name: t('search.groups.order') })
    await expect(orders.locator('[data-selected]')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(this.title).toContainText(number)
  }

  async confirm(on: string): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('orders.verbs.confirm'), exact: true }).press('Enter')
    const day = page.getByRole('dialog').getByRole('textbox', { name: t('orders.ask.confirmOn') })
    await expect(day).toBeFocused()
    await day.fill(on)
    await day.press('Enter')
    await expect(this.title).toContainText(t('orders.statuses.confirmed'))
  }

  /** All that is still to be sent. */
  async dispatch(on: string): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('link', { name: t('orders.verbs.dispatch'), exact: true }).press('Enter')
    const first = t('dispatch.screen.of', { field: t('dispatch.screen.toSend'), number: 1 })
    await expect(page.getByRole('textbox', { name: first, exact: true })).toBeFocused()
    await page.getByRole('textbox', { name: t('dispatch.screen.on') }).fill(on)
    await page.keyboard.press('ControlOrMeta+s')
    await expect(this.title).toContainText(t('orders.statuses.shipped'))
  }

  async showPayments(): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('tab', { name: t('receivables.panel.title'), exact: true }).click()
  }

  /** Fills the form of money received; the open amount is what it would settle of itself. */
  async beginReceipt(number: string, { on, currency, settles, paid }: Receipt): Promise<Locator> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('receivables.receipt.record'), exact: true }).press('Enter')
    const dialog = page.getByRole('dialog')
    const day = dialog.getByRole('textbox', { name: t('payments.fields.on') })
    await expect(day).toBeFocused()
    await day.fill(on)
    await day.press('Tab')
    const money = dialog.getByRole('combobox', { name: t('payments.fields.currency') })
    await money.selectText()
    await expect(money).toBeFocused()
    await page.keyboard.type(currency)
    await expect(page.getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    const own = { settled: t('receivables.receipt.settles'), paid: t('receivables.receipt.paid', { currency }) }
    await dialog.getByRole('textbox', { name: `${own.settled}: ${number}` }).fill(settles)
    await dialog.getByRole('textbox', { name: `${own.paid}: ${number}` }).fill(paid)
    return dialog
  }

  /** Gives back so many of a line; the goods go where they left from. */
  async credit(line: number, quantity: string, on: string): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('orders.verbs.more'), exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: t('orders.verbs.credit'), exact: true }).press('Enter')
    const field = t('dispatch.credit.of', { field: t('dispatch.credit.quantity'), number: line })
    await page.getByRole('textbox', { name: t('dispatch.credit.on') }).fill(on)
    await page.getByRole('textbox', { name: field, exact: true }).fill(quantity)
    await page.keyboard.press('ControlOrMeta+s')
    await expect(this.title).toContainText(/CN-\d{4}-\d{4}/)
  }

  /** What is owed as of a day, as its table says it: a row a currency. */
  async ageing(on: string): Promise<string[][]> {
    const { page, t } = this.#program
    await new ShellPage(this.#program).go('receivables')
    const day = page.getByRole('textbox', { name: t('receivables.asOf') })
    await day.fill(on)
    await day.press('Enter')
    const table = page
      .getByRole('table')
      .filter({ has: page.getByRole('columnheader', { name: t('receivables.fields.debtor') }) })
    await expect(table).toBeVisible()
    await expect(page.getByText(`${t('receivables.asOf')} ${on}`)).toBeVisible()
    return table
      .getByRole('row')
      .evaluateAll((rows) =>
        rows.slice(1).map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
      )
  }
}
