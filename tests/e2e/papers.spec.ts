// Papers: from an order to an issued invoice, and templates that are changed, in both languages and themes.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { textOfPages } from '../support/pdf-text.ts'
import { PapersPage } from './pages/papers-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import type { Program } from './support/launch.ts'
import { expect, test } from './support/test.ts'

async function openFirstOrder({ page, t }: Program): Promise<void> {
  await page.locator('.ag-cell[col-id="number"]').first().click()
  await page.getByRole('link', { name: t('common.openPage') }).click()
  await expect(page.getByRole('button', { name: t('papers.panel.make') })).toBeVisible()
}

test('an order becomes an invoice: looked at, printed, issued, sent, void', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const shell = new ShellPage(program)
  const papers = new PapersPage(program)
  await new WelcomePage(program).lookRound()
  await shell.go('orders')
  await openFirstOrder(program)
  await papers.makeOfOrder('commercial_invoice')
  await papers.expectText('Commercial invoice')
  await papers.speak('both')
  await papers.expectText(/商业发票/)
  await papers.expectText(/Page 1 of \d/)
  await page.getByLabel(t('papers.options.paymentTerms')).fill('30 % deposit, rest before shipment')
  await papers.expectText('30 % deposit, rest before shipment')
  await expectAccessible(page, 'a paper before it is issued')

  const draft = await papers.print()
  expect(draft.html).toContain(t('papers.marks.draft.both'))
  expect(draft.html).toContain('30 % deposit')

  const number = await papers.issue()
  expect(number).toMatch(/^CI-\d{4}-0001$/)
  await papers.expectText(number)
  const issued = await papers.print()
  expect(issued.title).toContain(number)
  expect(issued.html).not.toContain(t('papers.marks.draft.both'))
  await expectAccessible(page, 'an issued paper')

  await page.getByRole('button', { name: t('papers.sent.mark') }).click()
  await page.getByLabel(t('papers.sent.to'), { exact: true }).fill('Eva')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('papers.sent.mark') })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(t('papers.statuses.sent'))

  await shell.go('papers')
  const row = page.locator('.ag-row').first()
  await expect(row).toContainText(number)
  await expect(row).toContainText(t('papers.statuses.sent'))
  await expectAccessible(page, 'the list of papers')
  await row.getByText(number).click()
  await page.getByRole('link', { name: t('papers.show') }).click()
  await page.getByRole('button', { name: t('papers.void'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('papers.void'), exact: true })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(t('papers.statuses.void'))
  expect((await papers.print()).html).toContain(t('papers.marks.void.both'))
})

test('the sheets break where the printed pages do', async ({ launch, host }) => {
  test.skip(host === 'electron', 'there the window itself makes the PDF; tests/electron/papers.spec.ts reads it')
  const program = await launch()
  const { page } = program
  const papers = new PapersPage(program)
  await new WelcomePage(program).lookRound()
  await page.evaluate(() => {
    location.hash = '#/papers/new?kind=price_list'
  })
  await papers.expectShown('price_list')
  await expect.poll(async () => (await papers.breaks()).firsts.length).toBeGreaterThan(2)
  const { html, firsts } = await papers.breaks()
  const printed = await page.context().newPage()
  await printed.setContent(html)
  const pages = await textOfPages(await printed.pdf({ preferCSSPageSize: true, printBackground: true }))
  await printed.close()
  expect(pages.map((text) => /HP-\d+/.exec(text)?.[0])).toEqual(firsts)
})

test('labels and a price list of ticked products', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const papers = new PapersPage(program)
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('products')
  for (const box of [0, 1]) await page.locator('.ag-row .q-box').nth(box).click()
  await page.getByRole('button', { name: t('papers.make.product_labels'), exact: true }).click()
  await papers.expectShown('product_labels')
  await expect(page.getByText(t('papers.pages', { count: 2, formatted: '2' }))).toBeVisible()
  await page.getByLabel(t('papers.products.copiesOfAll')).fill('3')
  await expect(page.getByText(t('papers.pages', { count: 6, formatted: '6' }))).toBeVisible()
  await expectAccessible(page, 'labels')
  expect(await papers.issue()).toMatch(/^LB-/)
})

test('a template is copied, changed, left and found again, saved', async ({ launch }) => {
  const program = await launch({ language: 'zh-CN' })
  const { page, t } = program
  const shell = new ShellPage(program)
  const papers = new PapersPage(program)
  await new WelcomePage(program).lookRound()
  await shell.go('papers')
  await page
    .getByRole('link', { name: t('papers.templates.title') })
    .first()
    .click()
  await expectAccessible(page, 'templates')

  await page
    .getByRole('button', { name: t('papers.templates.actions', { name: t('papers.kinds.proforma_invoice') }) })
    .click()
  await page.getByRole('menuitem', { name: t('papers.templates.copy') }).click()
  await page.getByLabel(t('papers.templates.name')).fill('我们的形式发票')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('papers.templates.copy') })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('我们的形式发票')
  await papers.settled()
  await papers.expectText('授权签字')
  await page.getByLabel(t('papers.designer.show.signature')).uncheck()
  await expect.poll(() => papers.text()).not.toContain('授权签字')
  await page.getByRole('tab', { name: t('papers.designer.columns') }).click()
  await page.getByRole('checkbox', { name: '海关编码' }).check()
  await papers.expectText('HS code')
  await expectAccessible(page, 'the designer')

  // Left without saving, it is there again.
  await page.getByRole('tab', { name: t('papers.designer.words') }).click()
  await page.getByLabel(`${t('papers.designer.terms')}: ${t('papers.designer.zh')}`).fill('款到发货')
  await papers.expectText('款到发货')
  await shell.go('papers')
  await page.getByRole('button', { name: t('fields.form.leaveYes') }).click()
  await page
    .getByRole('link', { name: t('papers.templates.title') })
    .first()
    .click()
  await page.getByRole('link', { name: '我们的形式发票' }).click()
  await papers.expectText('款到发货')
  await page.getByRole('button', { name: t('common.save'), exact: true }).click()
  await expect(page.getByRole('button', { name: t('common.save'), exact: true })).toBeDisabled()
  await page.reload()
  await papers.expectText('款到发货')
  expect(await papers.text()).not.toContain('授权签字')

  // A name that is none is never saved.
  await page.getByLabel(t('papers.templates.name')).fill(' ')
  await expect(page.getByText(t('papers.designer.broken'))).toBeVisible()
  await expect(page.getByRole('button', { name: t('common.save'), exact: true })).toBeDisabled()
})

test('a broken template is refused with the reason and the line', async ({ launch, folder }) => {
  const program = await launch({ language: 'zh-CN' })
  const { page, t } = program
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('papers')
  await page
    .getByRole('link', { name: t('papers.templates.title') })
    .first()
    .click()
  await expectAccessible(page, 'templates')
  const broken = join(folder, 'files', 'broken.liquid')
  writeFileSync(broken, '---\n{\n  "format": 1,\n  "kind": "proforma_invoice",,\n}\n---\n<p>x</p>\n')
  await page.locator('input[type="file"]').setInputFiles(broken)
  await expect(page.getByText(t('papers.templates.refused', { name: 'broken.liquid' }))).toBeVisible()
  await expect(page.getByText(t('papers.templates.line', { line: 4 }))).toBeVisible()
})
