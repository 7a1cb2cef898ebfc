// The first ten minutes: from a new book and a folder of files to which products earn the money.
import { expectedAbc } from './files/expected-abc.ts'
import { categories, lines, orders, products, smallTraderFiles } from './files/small-trader.ts'
import { AbcPage } from './pages/abc-page.ts'
import { HomePage } from './pages/home-page.ts'
import { ImportPage } from './pages/import-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { writeFiles } from './support/files.ts'
import { inLanguage } from './support/in-language.ts'
import { expect, test } from './support/test.ts'

const countries = { en: 'United States', 'zh-CN': '美国' } as const

for (const language of inLanguage('en')) {
  test(`the first ten minutes, ${language}`, async ({ launch, folder }) => {
    test.slow()
    const program = await launch({ language })
    const { page, t } = program
    const [welcome, importing, shell, abc] = [
      new WelcomePage(program),
      new ImportPage(program),
      new ShellPage(program),
      new AbcPage(program),
    ]
    const expected = expectedAbc()

    await test.step('a new book', async () => {
      await welcome.expectShown()
      await expectAccessible(page, 'welcome')
      await welcome.makeBook({ company: 'Pebble & Tide', country: countries[language], owner: 'Mei' })
      await expectAccessible(page, 'first files')
    })

    await test.step('any files, each said in words', async () => {
      await importing.choose(writeFiles(folder, smallTraderFiles()))
      await expect(importing.file('orders.csv')).toContainText(String(orders.length))
      await expect(importing.file('orders.csv')).toContainText(t('import.kinds.orders'))
      await expect(importing.file('suppliers.csv')).toContainText(t('import.kinds.suppliers'))
      await importing.file('orders.csv').click()
      await expect(page.getByText('547')).toHaveCount(0)
      await importing.answer(/^USD/)
      await expect(page.getByRole('button', { name: t('import.trial.showNext') })).toHaveCount(0)
      await expectAccessible(page, 'import: files')
    })

    await test.step('a trial run in counts, then the import', async () => {
      await importing.tryOut()
      expect(await importing.counts('orders.csv')).toEqual([String(orders.length), '0', '0', '0'])
      expect(await importing.counts('order-details.csv')).toEqual([String(lines.length), '0', '0', '0'])
      expect(await importing.counts('products.csv')).toEqual([String(products.length), '0', '0', '0'])
      expect(await importing.counts('categories.csv')).toEqual([String(categories.length), '0', '0', '0'])
      await expectAccessible(page, 'import: trial run')
      await importing.run()
      await expectAccessible(page, 'import: report')
    })

    await test.step('what Quayside saw', async () => {
      await page.getByRole('link', { name: t('import.report.saw') }).click()
      await expect(page.getByRole('heading', { level: 1, name: t('welcome.saw.title') })).toBeVisible()
      await expect(
        page.getByText(
          t('welcome.saw.earns.few', { count: expected.counts.A, formatted: String(expected.counts.A), share: '80 %' }),
        ),
      ).toBeVisible()
      await expect(page.getByText(t('welcome.saw.late.text', { count: 4, formatted: '4' }))).toBeVisible()
      await expect(page.getByText(t('welcome.saw.rates.none', { currency: 'USD' }))).toBeVisible()
      await expectAccessible(page, 'what Quayside saw')
    })

    await test.step('one pasted column fills in the costs', async () => {
      const [first] = products
      await page
        .getByLabel(t('welcome.costs.paste'))
        .fill(products.map(({ sku, priceCents }) => `${sku}\t${(priceCents / 200).toFixed(2)}`).join('\n'))
      await page
        .getByRole('button', {
          name: t('welcome.costs.save', { count: products.length, formatted: String(products.length) }),
        })
        .click()
      await expect(page.getByText(t('welcome.saw.costs.none'))).toBeVisible()
      expect(first?.sku).toMatch(/^0/)
    })

    await test.step('the orders', async () => {
      await shell.go('orders')
      await expect(
        page.getByText(t('orders.count', { count: orders.length, formatted: String(orders.length) })),
      ).toBeVisible()
    })

    await test.step('a product, edited', async () => {
      await shell.go('products')
      await page.keyboard.press('/')
      await expect(page.getByRole('textbox', { name: t('lists.find') })).toBeFocused()
      await page.keyboard.type('lantern')
      await expect(page.getByText(t('products.count', { count: 2, formatted: '2' }))).toBeVisible()
      await page.locator('.ag-row').first().click()
      await page
        .getByRole('complementary')
        .getByRole('link', { name: t('common.edit') })
        .click()
      await page.getByLabel(t('products.fields.nameEn'), { exact: true }).fill('Oak lantern, tall')
      await page.keyboard.press('ControlOrMeta+s')
      await expect(page.getByText('Oak lantern, tall', { exact: true }).first()).toBeVisible()
      await expect(page.getByRole('heading', { level: 1, name: /^0/ })).toBeVisible()
      await expectAccessible(page, 'product')
    })

    await test.step('ABC', async () => {
      await shell.go('abc')
      await abc.expectCounts(expected.counts)
      await expect(page.locator('.ag-row').first()).toContainText(expected.first)
      const card = await abc.openCard(expected.first)
      await expect(card).toContainText(t('insights.abc.card.before'))
      await expectAccessible(page, 'ABC card')
      await page.getByText(t('insights.abc.view.table'), { exact: true }).click()
      await expect(page.getByRole('slider')).toHaveCount(0)
      await expectAccessible(page, 'ABC table')
    })

    await test.step('all of it is there after loading again', async () => {
      await page.reload()
      await abc.expectCounts(expected.counts)
      await shell.go('today')
      await expectAccessible(page, 'Today')
      await new HomePage(program).look('kind')
      await page.getByRole('link', { name: t('today.late.all', { count: 4, formatted: '4' }) }).click()
      await expect(page.getByText(t('orders.count', { count: 4, formatted: '4' }))).toBeVisible()
    })
  })
}
