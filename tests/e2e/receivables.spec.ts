// What a customer owes: an order paid in part in another currency, its gain seen, the rest found by its age, a letter written,
// and everything paid.
import type { Page } from '@playwright/test'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** A customer and an order of 1,000.00 EUR at 1.10, due for some weeks. */
async function sell(page: Page): Promise<void> {
  const on = daysAgo(50)
  for (const day of [on, daysAgo(0)]) await made(page, 'rates.add', { from: 'EUR', to: 'USD', on: day, rate: '1.10' })
  const customerId = await made(page, 'parties.add', { roles: ['customer'], name: 'Nordwind GmbH', country: 'DE' })
  const lines = [{ productId: null, description: 'Oak mugs', quantity: 100, unitPrice: '10.00' }]
  const order = { customerId, orderedOn: on, currency: 'EUR', rate: '1.10', dueDays: 10, lines }
  const id = await made(page, 'orders.add', order)
  await made(page, 'orders.confirm', { target: { ids: [id] }, on, despite: true })
}

async function made(page: Page, path: string, input: object): Promise<number> {
  const reply = await page.evaluate(
    async (envelope) => {
      const headers = { 'Content-Type': 'application/json' }
      const answer = await fetch('/api/call', { method: 'POST', headers, body: JSON.stringify(envelope) })
      return (await answer.json()) as { data?: { id: number }; error?: unknown }
    },
    { id: 1, kind: 'mutation', path, input },
  )
  expect(reply.error, path).toBeUndefined()
  return reply.data?.id ?? 0
}

test('an order is part paid in another currency, asked for by letter, and paid', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const shell = new ShellPage(program)
  await new WelcomePage(program).makeBook({ company: 'Pebble & Tide', country: 'United States', owner: 'Mei' })
  await sell(page)

  await test.step('it stands by its age, and opens the documents behind', async () => {
    await shell.go('receivables')
    await expect(page.getByText('1,100.00 USD').first()).toBeVisible()
    await expectAccessible(page, 'receivables')
    const open = page.getByRole('link', { name: `1,000.00 EUR, ${t('receivables.buckets.d31to60')}` }).first()
    await open.press('Enter')
    await page.getByRole('complementary').getByRole('link').first().press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('SO-')
  })

  await test.step('600 EUR of it come as 690 USD: the gain is told before it is saved', async () => {
    await page.getByRole('button', { name: t('receivables.receipt.record') }).press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox', { name: t('payments.fields.on') })).toBeFocused()
    await dialog.getByRole('combobox', { name: t('payments.fields.currency') }).click()
    await page.getByRole('option', { name: /^USD/ }).click()
    await dialog.getByRole('textbox', { name: new RegExp(`^${t('receivables.receipt.settles')}`) }).fill('600')
    await dialog
      .getByRole('textbox', { name: new RegExp(t('receivables.receipt.paid', { currency: 'USD' })) })
      .fill('690')
    await expect(dialog.getByText('30.00 USD', { exact: true })).toBeVisible()
    await expectAccessible(page, 'money received')
    await dialog.getByRole('button', { name: t('receivables.receipt.record') }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('cell', { name: '400.00' }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: '30.00 USD' })).toBeVisible()
  })

  await test.step('a letter asks for the rest, in the customer’s language, and is sent', async () => {
    await shell.go('receivables')
    await page.getByRole('link', { name: t('receivables.dunning.title') }).click()
    await page.getByRole('checkbox', { name: /Nordwind/ }).check()
    await expectAccessible(page, 'dunning')
    await page.getByRole('button', { name: t('receivables.dunning.make', { count: 1, formatted: '1' }) }).click()
    const letter = page.getByRole('complementary')
    await expect(letter.getByText('400.00 EUR').first()).toBeVisible()
    await letter.getByRole('button', { name: t('receivables.dunning.markSent') }).click()
    await expect(letter.getByRole('button', { name: t('receivables.dunning.markSent') })).toBeHidden()
    await letter.getByRole('link', { name: t('receivables.dunning.paper') }).click()
    const paper = page.frameLocator('iframe')
    await expect(paper.getByRole('heading', { name: 'Payment reminder' })).toBeVisible()
    await expect(paper.getByText(/past their due day/)).toBeVisible()
    await expect(paper.getByText('400.00').first()).toBeVisible()
  })

  await test.step('paid, nothing is owed any more', async () => {
    await shell.go('receivables')
    await page
      .getByRole('link', { name: /^400\.00 EUR/ })
      .first()
      .press('Enter')
    const drawer = page.getByRole('complementary')
    await drawer.getByRole('checkbox').first().check()
    await drawer.getByRole('button', { name: t('receivables.receipt.these', { count: 1, formatted: '1' }) }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox', { name: t('payments.fields.on') })).toBeFocused()
    await dialog.getByRole('textbox', { name: t('payments.rateOf', { from: 'EUR', to: 'USD' }) }).fill('1.2')
    await dialog.getByRole('button', { name: t('receivables.receipt.record') }).click()
    await expect(page.getByText(t('receivables.empty'))).toBeVisible()
  })
})
