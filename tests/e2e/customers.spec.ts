// A customer who stands in the book twice: seen while it is written, merged, and all that is known of them handed over.
import { readFileSync } from 'node:fs'
import { ListPage } from './pages/list-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { inLanguage } from './support/in-language.ts'
import { expect, test } from './support/test.ts'

for (const language of inLanguage('en'))
  test(`a customer is found twice, merged and handed over (${language})`, async ({ launch }) => {
    test.slow()
    const program = await launch({ language })
    const { page, t } = program
    const goTo = (hash: string) =>
      page.evaluate((to) => {
        location.hash = to
      }, hash)
    await new WelcomePage(program).lookRound()
    await new ShellPage(program).go('customers')

    await test.step('a form warns of a record that looks alike', async () => {
      await goTo('/customers/new')
      await page
        .getByRole('textbox', { name: t('parties.fields.name') })
        .first()
        .fill('Alpenstube Wohnwelt Ltd')
      await page.getByLabel(t('parties.fields.email')).first().fill('katharina@alpenstube-wohnwelt.example')
      const known = page.getByRole('status').filter({ hasText: 'C022' })
      await expect(known).toContainText(t('customers.reasons.email'))
      await page.getByLabel(t('parties.fields.taxNumber')).fill('ATU12')
      await page
        .getByRole('combobox', { name: t('parties.fields.country') })
        .first()
        .fill('Austria')
      await page.getByRole('option', { name: 'Austria' }).click()
      await expect(page.getByText(t('customers.hints.tax', { country: 'Austria' }))).toBeVisible()
      await expectAccessible(page, 'the form of a customer')
      await page.getByRole('button', { name: t('common.save') }).click()
      await expect(page.getByRole('heading', { level: 1, name: /Alpenstube Wohnwelt Ltd/ })).toBeVisible()
    })

    await test.step('a consent is noted', async () => {
      await page.getByRole('button', { name: t('customers.consent.add') }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(t('customers.fields.proof')).fill('Form of the fair')
      await dialog.getByRole('button', { name: t('customers.consent.save') }).click()
      await expect(page.getByText('Form of the fair').first()).toBeVisible()
    })

    await test.step('the two are merged into the one with the orders', async () => {
      await goTo('/customers/overview?view=duplicates')
      const group = page.getByRole('listitem').filter({ hasText: 'Alpenstube Wohnwelt Ltd' }).first()
      await expect(group).toContainText(t('customers.reasons.name'))
      await group
        .getByRole('button', { name: t('customers.duplicates.mergeOf', { name: 'Alpenstube Wohnwelt' }) })
        .click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('cell', { name: 'C022' })).toBeVisible()
      await expectAccessible(page, 'the preview of a merge')
      await dialog.getByRole('button', { name: t('customers.merge.go') }).click()
      await expect(page.getByText(t('customers.merge.done', { name: 'Alpenstube Wohnwelt' }))).toBeVisible()
      await expect(page.getByText('Alpenstube Wohnwelt Ltd')).toHaveCount(0)
    })

    await test.step('all that is known of them goes to a file', async () => {
      await new ShellPage(program).go('customers')
      await new ListPage(program).cell('Alpenstube', 'name').click()
      await page
        .getByRole('complementary')
        .getByRole('link', { name: t('common.openPage') })
        .click()
      await page.getByRole('link', { name: t('customers.privacy.action') }).click()
      await expect(page.getByRole('region', { name: t('customers.tables.consents') })).toContainText('Form of the fair')
      await expectAccessible(page, 'everything about one person')
      await page.getByRole('button', { name: t('customers.privacy.file') }).click()
      const json = page.getByRole('menuitem', { name: t('customers.privacy.json') })
      const file = await program.download(() => json.click())
      const told = JSON.parse(readFileSync(file, 'utf8')) as { tables: Record<string, unknown[]> }
      expect(told.tables.consents).toMatchObject([{ proof: 'Form of the fair' }])
      expect(told.tables.parties).toHaveLength(2)
    })

    await test.step('segments and countries are there to look at', async () => {
      await goTo('/customers/overview')
      await expect(page.getByRole('gridcell', { name: 'Saunaranta', exact: true })).toBeVisible()
      await page.getByText(t('customers.overview.views.countries'), { exact: true }).click()
      await expect(page.getByRole('img', { name: t('customers.countries.map') })).toBeVisible()
      await expectAccessible(page, 'customers by country')
    })
  })
