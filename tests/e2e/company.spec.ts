// The company in two languages, and the people who work with its book: who it is at this computer, and in the history.
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { CompanyPage } from './pages/company-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { writeFiles } from './support/files.ts'
import { inLanguage } from './support/in-language.ts'
import { expect, test } from './support/test.ts'

const countries = { en: 'China', 'zh-CN': '中国' } as const

const logo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAgCAYAAACinX6EAAAABHNCSVQICAgIfAhkiAAAAAFzUkdCAK7OHOkAAABaSURBVGiB7dCxEYNAEATBRy65EgABKAByxZYyAAuGKrrtM+Z2DADgraazg3lZf/ekXGPfvoc/fu5LeSYD1AE1A9QBNQPUATUD1AE1A9QBNQPUATUD1AEAAJU/azgEIJ1Pa+gAAAAASUVORK5CYII=',
  'base64',
)

for (const language of inLanguage('en')) {
  test(`the company in both languages, ${language}`, async ({ launch, folder }) => {
    test.slow()
    const program = await launch({ language })
    const { page, t } = program
    const [company, shell] = [new CompanyPage(program), new ShellPage(program)]
    await new WelcomePage(program).makeBook({ company: 'Pebble & Tide', country: countries[language], owner: 'Mei' })
    await shell.go('company')

    await test.step('names, addresses, a number and an account', async () => {
      await company.fill({
        companyName: 'Pebble & Tide Ltd.',
        street: '1 Quay Road',
        city: 'Ningbo',
        postalCode: '315000',
      })
      await company.fill({ companyNameZh: '卵石与潮汐有限公司', cityZh: '宁波市', streetZh: '码头路1号' })
      const number = await company.addRow('number', 1)
      await company.field('number', number).fill('DE12345678')
      await number.getByRole('combobox', { name: t('company.fields.country') }).fill('DE')
      const account = await company.addRow('account', 1)
      await company.fill(
        { accountNumber: 'DE89 3704 0044 0532 0130 01', bankName: 'Sample Bank', swift: 'DEUT' },
        account,
      )
      await expect(account.getByText(t('company.doubts.iban_check'))).toBeVisible()
      await expect(account.getByText(t('company.doubts.bic'))).toBeVisible()
      await expectAccessible(page, 'company with doubts')
      await company.fill({ accountNumber: 'DE89 3704 0044 0532 0130 00' }, account)
      await expect(account.getByText(t('company.doubts.iban_check'))).toBeHidden()
    })

    await test.step('what is needed is said at its field; a doubt stands in nobody’s way', async () => {
      await company.field('companyName').fill(' ')
      await page.keyboard.press('ControlOrMeta+s')
      await expect(page.getByText(t('fields.errors.required'))).toBeVisible()
      await expect(company.field('companyName')).toBeFocused()
      await company.field('companyName').fill('Pebble & Tide Ltd.')
      await company.save()
      await page.reload()
      await expect(company.field('companyNameZh')).toHaveValue('卵石与潮汐有限公司')
      await expect(company.field('swift')).toHaveValue('DEUT')
      await expect(company.field('accountNumber')).toHaveValue('DE89 3704 0044 0532 0130 00')
      await expect(page.getByText(t('fields.form.dropDraft'))).toHaveCount(0)
      await expect(page.getByRole('region', { name: t('company.history') })).toContainText(/Mei/)
    })

    await test.step('a logo; a drawing is refused', async () => {
      const [png = '', svg = ''] = writeFiles(folder, {
        'logo.png': logo,
        'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      })
      const place = company.picture('logo')
      await place.locator('input[type="file"]').setInputFiles(png)
      await expect(place.getByRole('img', { name: t('company.picture.logo') })).toBeVisible()
      await place.locator('input[type="file"]').setInputFiles(svg)
      await expect(page.getByText(t('errors.book/not-a-company-picture', { name: 'logo.svg' }))).toBeVisible()
      await expect(place.getByRole('img', { name: t('company.picture.logo') })).toBeVisible()
    })

    await test.step('special days are pasted after a look at what would be taken', async () => {
      const year = new Date().getFullYear()
      await page.getByRole('button', { name: t('company.days.paste') }).click()
      const dialog = page.getByRole('dialog')
      await dialog
        .getByRole('textbox', { name: t('company.days.pasteLabel') })
        .fill(`${year}-10-01..${year}-10-03\tNational Day\toff\n${year}-10-10\tNational Day\tworking\nno day`)
      await expect(dialog.getByText(t('company.days.expected.day'))).toBeVisible()
      if (language === 'en') await expectAccessible(page, 'special days to paste')
      await dialog.getByRole('button', { name: t('company.days.pasteAction', { count: 4, formatted: '4' }) }).click()
      await expect(dialog).toBeHidden()
      await expect
        .poll(() => company.days())
        .toEqual([
          `${year}-10-01 – ${year}-10-03 | National Day | 3 | ${t('company.days.off')}`,
          `${year}-10-10 | National Day | 1 | ${t('company.days.worked')}`,
        ])
    })
  })
}

test('who works here is asked once on each computer, and stands beside every change', async ({ launch, folder }) => {
  test.slow()
  const program = await launch()
  const { page, t } = program
  const shell = new ShellPage(program)
  const you = (name: string) => page.getByRole('button', { name: t('people.who.menu', { name }) })
  const addProduct = async (sku: string) => {
    await page.goto(`${page.url().split('#')[0]}#/products/new`)
    await page.getByRole('textbox', { name: t('products.fields.sku') }).fill(sku)
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(sku)
  }
  const madeBy = (name: string) =>
    page
      .getByRole('main')
      .getByText(new RegExp(`· ${name}$`))
      .first()
  await new WelcomePage(program).makeBook({ company: 'Pebble & Tide', country: 'China', owner: 'Mei' })

  await test.step('the maker of the book is known', async () => {
    await expect(you('Mei')).toBeVisible()
    await addProduct('MUG-1')
    await expect(madeBy('Mei')).toBeVisible()
  })

  await test.step('another computer, where the book is new, asks before any work', async () => {
    await shell.closeBook('Pebble & Tide')
    await expect(page.getByRole('heading', { name: t('welcome.start.title') })).toBeVisible()
    const memory = path.join(folder, 'settings', 'books')
    for (const file of readdirSync(memory)) if (file.includes('.person.')) rmSync(path.join(memory, file))
    await new WelcomePage(program).openRecent('Pebble & Tide')
    const dialog = page.getByRole('dialog', { name: t('people.who.title') })
    await expect(dialog.getByRole('button', { name: /^Mei/ })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeVisible()
    await expectAccessible(page, 'who works here')
    await dialog.getByRole('textbox', { name: t('people.who.new') }).fill('Bo')
    await dialog.getByRole('button', { name: t('people.who.add') }).click()
    await expect(dialog).toBeHidden()
    await expect(you('Bo')).toBeVisible()
    await page.reload()
    await expect(you('Bo')).toBeVisible()
    await addProduct('MUG-2')
    await expect(madeBy('Bo')).toBeVisible()
  })

  await test.step('changed by hand, from the sidebar', async () => {
    await you('Bo').click()
    await page.getByRole('dialog').getByRole('button', { name: /^Mei/ }).click()
    await expect(you('Mei')).toBeVisible()
  })

  await test.step('people are added, changed and archived; who is archived is asked again', async () => {
    await shell.go('people')
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: t('people.fields.name'), exact: true }).fill('Bo')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(dialog.getByText(t('errors.people/name-taken', { name: 'Bo' }))).toBeVisible()
    await dialog.getByRole('textbox', { name: t('people.fields.name'), exact: true }).fill('Zoe')
    await dialog.getByRole('textbox', { name: t('people.fields.nameZh') }).fill('佐伊')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.getByRole('row', { name: /Zoe/ })).toContainText('佐伊')
    await expectAccessible(page, 'people')
    await page.getByRole('button', { name: `${t('common.edit')}: Mei` }).click()
    await expectAccessible(page, 'a person')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('common.archive') })
      .click()
    const asked = page.getByRole('dialog', { name: t('people.who.title') })
    await asked.getByRole('button', { name: /^Zoe/ }).click()
    await expect(you('Zoe')).toBeVisible()
  })
})
