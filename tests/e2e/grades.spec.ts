// A bad grade blocks an order to a supplier; an exception with a reason and an end day lets it through.
import { ShellPage } from './pages/shell-page.ts'
import { SourcingPage } from './pages/sourcing-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expect, test } from './support/test.ts'

test('a grade blocks an order until an exception is made', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = page.getByRole('dialog')
  const title = page.getByRole('heading', { level: 1 })
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('purchases')

  await test.step('an order of a supplier with grade D is written', async () => {
    await page
      .getByRole('link', { name: t('purchases.new') })
      .first()
      .click()
    const sourcing = new SourcingPage(program)
    await expect(page.getByRole('combobox', { name: t('purchases.fields.supplier') })).toBeFocused()
    await sourcing.pick(t('purchases.fields.supplier'), 'Linshu Liuyun Wicker Crafts')
    const ofLine = (field: string) => t('purchases.lines.of', { field, number: 1 })
    await sourcing.pick(ofLine(t('purchases.fields.product')), 'HP-1042')
    await page.getByRole('textbox', { name: ofLine(t('purchases.fields.quantity')) }).fill('10')
    const price = page.getByRole('textbox', { name: ofLine(t('purchases.fields.unitPrice')) })
    await price.fill('40')
    await price.press('Control+s')
    await expect(title).toContainText(t('purchases.statuses.draft'))
  })

  await test.step('it cannot be sent, and the card that says why is one step away', async () => {
    const sentOn = dialog.getByRole('textbox', { name: t('purchases.ask.sendOn') })
    await button(t('purchases.verbs.send')).press('Enter')
    await sentOn.press('Escape')
    await expect(button(t('purchases.verbs.send')), 'the keyboard is back where it was').toBeFocused()
    await button(t('purchases.verbs.send')).press('Enter')
    await sentOn.press('Enter')
    await expect(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByRole('link', { name: t('suppliers.see.card') }).press('Enter')
    const except = page.getByRole('form', { name: t('scores.except.title') })
    await except.getByLabel(t('scores.except.reason')).fill('moulds are theirs')
    await except.getByRole('button', { name: t('scores.except.add') }).press('Enter')
    await expect(page.getByRole('rowheader', { name: 'moulds are theirs' })).toBeVisible()
  })

  await test.step('with the exception it goes out', async () => {
    await page.goBack()
    await button(t('purchases.verbs.send')).press('Enter')
    await dialog.getByRole('textbox', { name: t('purchases.ask.sendOn') }).press('Enter')
    await expect(title).toContainText(t('purchases.statuses.sent'))
  })
})
