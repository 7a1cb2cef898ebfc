// From a candidate to a purchase order: a supplier is admitted item by item, three are asked, their answers compared by landed
// cost, and the cheapest becomes a draft order.
import { expect } from '@playwright/test'
import { ShellPage } from './pages/shell-page.ts'
import { SourcingPage } from './pages/sourcing-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { test } from './support/test.ts'

const fresh = 'Dehua White Kiln'
const others = ['Chaozhou Hanjiang Porcelain Works', 'Caoxian Mulan Woodcraft'] as const
const sku = 'HP-1062'

test('a candidate is admitted, asked with two others, compared and chosen', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const sourcing = new SourcingPage(program)
  const shell = new ShellPage(program)
  await new WelcomePage(program).lookRound()
  await shell.go('suppliers')

  await test.step('somebody new is a candidate until the checklist is signed off', async () => {
    await sourcing.addSupplier(fresh)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(t('suppliers.statuses.candidate'))
    for (const item of ['licence', 'samples', 'certificates', 'trade_policy'] as const) await sourcing.signOff(item)
    await expect(page.getByText(t('suppliers.admit.done'))).toBeVisible()
    await expectAccessible(page, 'the page of a supplier')
    await sourcing.approve(fresh)
  })

  await test.step('three are asked for the same goods', async () => {
    await shell.go('requests')
    await page
      .getByRole('link', { name: t('sourcing.requests.new') })
      .first()
      .click()
    await expect(page.getByRole('textbox', { name: t('sourcing.request.title') })).toBeFocused()
    await page.keyboard.type('Side plates for spring')
    const ofLine = (field: string) => t('sourcing.requests.lines.of', { field, number: 1 })
    await sourcing.pick(ofLine(t('sourcing.request.product')), sku)
    await page.getByRole('textbox', { name: ofLine(t('sourcing.request.quantity')) }).fill('900')
    for (const name of [fresh, ...others]) await sourcing.pick(t('sourcing.requests.ask.add'), name)
    await page.keyboard.press('Control+s')
    await page.getByRole('button', { name: t('sourcing.requests.send'), exact: true }).click()
    await expect(page.getByRole('table', { name: t('sourcing.requests.answers.title') })).toBeVisible()
  })

  await test.step('answers are written down by keyboard', async () => {
    await sourcing.answer(others[0], { item: sku, price: '10.20', days: '25' })
    await sourcing.answer(others[1], { item: sku, price: '9.90', days: '40' })
    await sourcing.answer(fresh, { item: sku, price: '0.80', days: '20' })
    await expectAccessible(page, 'a request with its answers')
  })

  await test.step('the cheapest by landed cost becomes a draft order', async () => {
    const compared = page.getByRole('table', { name: t('sourcing.requests.compare.label') })
    await compared.locator('.q-explains').first().click()
    await expect(page.getByText(t('sourcing.requests.compare.formula'))).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: t('sourcing.requests.compare.cheapest') }).click()
    const choice = t('sourcing.requests.compare.choose', { supplier: fresh, item: sku })
    await expect(compared.getByRole('radio', { name: choice })).toBeChecked()
    await page.getByRole('button', { name: t('sourcing.requests.compare.make') }).click()
    await expect(page.getByText(t('sourcing.requests.orders'))).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(t('sourcing.requestStatuses.closed'))
  })
})
