// One record in two windows: nobody's change is overwritten unseen, and nothing that was typed is lost or comes up elsewhere.
import type { Page } from '@playwright/test'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { inLanguage } from './support/in-language.ts'
import type { Program } from './support/launch.ts'
import { expect, test } from './support/test.ts'

const skuOf = ({ t }: Program, page: Page) => page.getByRole('textbox', { name: t('products.fields.sku') })
const nameOf = ({ t }: Program, page: Page) =>
  page.getByRole('textbox', { name: t('products.fields.nameEn'), exact: true })
const button = ({ t }: Program, page: Page, key: Parameters<Program['t']>[0]) =>
  page.getByRole('button', { name: t(key), exact: true })

/** A product is open in the form of two windows; the second one is the browser's other tab. */
async function openTwice(program: Program): Promise<Page> {
  const { page, t } = program
  await new WelcomePage(program).makeBook({
    company: 'Pebble & Tide',
    country: program.language === 'en' ? 'China' : '中国',
    owner: 'Mei',
  })
  await page.goto(`${page.url().split('#')[0]}#/products/new`)
  await skuOf(program, page).fill('MUG-1')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('MUG-1')
  await page.getByRole('link', { name: t('common.edit') }).click()
  await expect(skuOf(program, page)).toHaveValue('MUG-1')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(skuOf(program, other)).toHaveValue('MUG-1')
  return other
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s')
}

for (const language of inLanguage('en')) {
  test(`the second to save is asked, ${language}`, async ({ launch, host }) => {
    test.skip(host === 'electron', 'the window has no second one to the same book; the browser has')
    const program = await launch({ language })
    const { page, t } = program
    const other = await openTwice(program)
    const question = page.getByText(t('fields.form.changedText'))

    await nameOf(program, page).fill('Blue mug')
    await nameOf(program, other).fill('Red mug')
    await save(other)
    await expect(other.getByRole('main').getByText('Red mug').first()).toBeVisible()

    await test.step('with who it was; theirs is shown, mine is kept beside it', async () => {
      await save(page)
      await expect(question).toBeVisible()
      await expect(page.getByRole('status').filter({ hasText: 'Mei' })).toBeVisible()
      await expectAccessible(page, 'changed in another window')
      await button(program, page, 'fields.form.takeTheirs').click()
      await expect(nameOf(program, page)).toHaveValue('Red mug')
      await expect(question).toBeHidden()
      await expectAccessible(page, 'entries put aside')
    })

    await test.step('mine comes back, also after a reload, and is saved all the same', async () => {
      await page.reload()
      await expect(nameOf(program, page)).toHaveValue('Red mug')
      await button(program, page, 'fields.form.takeUp').click()
      await expect(nameOf(program, page)).toHaveValue('Blue mug')
      await save(page)
      await button(program, page, 'fields.form.saveMine').click()
      await expect(page.getByRole('main').getByText('Blue mug').first()).toBeVisible()
    })

    await test.step('a form in which nothing is written follows', async () => {
      await other.getByRole('link', { name: t('common.edit') }).click()
      await expect(nameOf(program, other)).toHaveValue('Blue mug')
      await expect(button(program, other, 'fields.form.takeUp')).toHaveCount(0)
      await page.getByRole('link', { name: t('common.edit') }).click()
      await nameOf(program, page).fill('Green mug')
      await save(page)
      await expect(nameOf(program, other)).toHaveValue('Green mug')
    })
  })
}

test('what is written in one window is there after a reload, and only offered in another', async ({ launch, host }) => {
  test.skip(host === 'electron', 'the window has no second one to the same book; the browser has')
  const program = await launch()
  const { page } = program
  const other = await openTwice(program)
  await nameOf(program, page).pressSequentially('Blue mug')
  // At once: the last letter has not been kept by any pause.
  await page.reload()
  await expect(nameOf(program, page)).toHaveValue('Blue mug')

  await other.reload()
  await expect(nameOf(program, other)).toHaveValue('')
  await nameOf(program, other).fill('Red mug')
  await button(program, other, 'fields.form.takeUp').click()
  await expect(nameOf(program, other)).toHaveValue('Blue mug')
  await button(program, other, 'fields.form.takeUp').click()
  await expect(nameOf(program, other)).toHaveValue('Red mug')
  await button(program, other, 'fields.form.throwAway').click()
  await other.reload()
  await expect(nameOf(program, other)).toHaveValue('Red mug')
  await expect(nameOf(program, page)).toHaveValue('Blue mug')
})
