// Finding anything by a few letters, by the keyboard alone: in the palette and in the pickers of forms.
import type { Page } from '@playwright/test'
import type { Translate } from '#shared/i18n/translate.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

/** Types a text into the open palette; what Enter would take is the row that is marked. */
async function chosenFor(page: Page, text: string) {
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
  return page.getByRole('dialog').locator('[data-action][data-selected]')
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const group = (page: Page, t: Translate, kind: 'recent' | 'product' | 'order' | 'party') =>
  page.getByRole('dialog').getByRole('group', { name: t(`search.groups.${kind}`) })

test('a record by its name without accents, its sound, its phone and part of its number', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const shell = new ShellPage(program)
  await new WelcomePage(program).lookRound()
  await shell.openPalette()
  for (const [text, found] of [
    ['kobenhavn', /Nordhavn Deko/],
    ['ERABLIERE', /Érablière Maison/],
    ['ozkan', /Küchenfreund Versand/],
    ['kuechenfr', /Küchenfreund Versand/],
    ['taoci huapen', /HP-1740/],
    ['czhjcy', /Chaozhou Hanjiang/],
    ['0574 5550 1000', /Longquan Yunqi/],
    ['1042', /HP-1042/],
    ['hp1042', /HP-1042/],
  ] as const) {
    await expect(await chosenFor(page, text)).toHaveAccessibleName(found)
  }
  await expect(page.getByRole('dialog').locator('mark').first()).toBeVisible()
  await expectAccessible(page, 'palette with hits')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toContainText(/HP-1042/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // Opened, it is what the palette offers before anything is typed.
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape')
      await shell.openPalette()
      return group(page, t, 'recent')
        .getByRole('button', { name: /HP-1042/ })
        .count()
    })
    .toBe(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toContainText(/HP-1042/)
})

test('more of a kind, and what is new is found at once', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const shell = new ShellPage(program)
  await new WelcomePage(program).lookRound()
  await shell.openPalette()
  await chosenFor(page, 'linen')
  const products = group(page, t, 'product')
  const more = products.getByRole('button', { name: t('search.more', { group: t('search.groups.product') }) })
  await expect(more).toBeVisible()
  const before = await products.getByRole('button').count()
  await more.click()
  await expect(more).toHaveCount(0)
  expect(await products.getByRole('button').count()).toBeGreaterThan(before)
  await chosenFor(page, t('search.commands.newProduct'))
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText(t('products.new'))
  await expect(page.getByRole('textbox', { name: t('products.fields.sku'), exact: true })).toBeFocused()
  await page.keyboard.type('ZZ-77')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Çatal bıçak')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(heading(page)).toContainText('ZZ-77')
  await shell.openPalette()
  await expect(await chosenFor(page, 'catal bicak')).toHaveAccessibleName(/ZZ-77/)
})

test('中文：拼音与首字母，页面、操作和表单里的选择框', async ({ launch }) => {
  const program = await launch({ language: 'zh-CN' })
  const { page, t } = program
  const shell = new ShellPage(program)
  await new WelcomePage(program).lookRound()
  await shell.openPalette()
  await expect(await chosenFor(page, '陶瓷花')).toHaveAccessibleName(/HP-1740/)
  await expect(await chosenFor(page, 'tchp')).toHaveAccessibleName(/HP-1740/)
  await expect(await chosenFor(page, 'xinjiandingdan')).toHaveAccessibleName(t('search.commands.newOrder'))
  await expectAccessible(page, '搜索')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText(t('orders.new'))
  const customer = page.getByRole('combobox', { name: t('orders.fields.customer') })
  await customer.focus()
  await page.keyboard.type('kuchenfr')
  await expect(page.getByRole('option').first()).toContainText('Küchenfreund Versand')
  await page.keyboard.press('Enter')
  await expect(customer).toHaveValue('Küchenfreund Versand')
  // From within a form as well; what was entered there stays as a draft.
  await customer.focus()
  await shell.openPalette()
  await expect(await chosenFor(page, 'xjcp')).toHaveAccessibleName(t('search.commands.newProduct'))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: t('fields.form.leaveYes') }).press('Enter')
  await expect(heading(page)).toHaveText(t('products.new'))
  const supplier = page.getByRole('combobox', { name: t('products.fields.supplier') })
  await supplier.focus()
  await page.keyboard.type('czhj')
  await expect(page.getByRole('option').first()).toContainText('潮州韩江瓷业有限公司')
  await page.keyboard.press('Enter')
  await expect(supplier).toHaveValue('潮州韩江瓷业有限公司')
})
