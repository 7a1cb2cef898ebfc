// The window itself: language, theme, the palette, the keyboard.
import { translator } from '#shared/i18n/translate.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('language, theme and folded groups are chosen, shown at once, and kept', async ({ launch }) => {
  const program = await launch()
  const { page } = program
  const shell = new ShellPage(program)
  const chinese = translator('zh-CN')
  await new WelcomePage(program).lookRound()
  await shell.speak('中文')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(chinese('today.title'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await new ShellPage({ ...program, t: chinese }).chooseTheme('dark')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  const safety = page.getByRole('button', { name: chinese('shell.groups.safety'), exact: true })
  const backups = page.getByRole('link', { name: chinese('shell.nav.backups') })
  await expect(safety).toHaveAttribute('aria-expanded', 'false')
  await expect(backups).toBeHidden()
  await safety.focus()
  await page.keyboard.press('Enter')
  await expect(safety).toHaveAttribute('aria-expanded', 'true')
  await expect(backups).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(chinese('today.title'))
  await expect(safety).toHaveAttribute('aria-expanded', 'true')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('a book is found in its folder and opened', async ({ launch, host }) => {
  test.skip(host === 'electron', 'the window has the dialog of its system for that')
  const program = await launch()
  const { page, t } = program
  const welcome = new WelcomePage(program)
  await welcome.makeBook({ company: 'Pebble & Tide', country: 'China', owner: 'Mei' })
  await new ShellPage(program).closeBook('Pebble & Tide')
  await page.getByRole('button', { name: t('welcome.start.open') }).click()
  const shortcuts = page.getByRole('navigation', { name: t('places.shortcuts') })
  await shortcuts.getByRole('button', { name: t('places.usual.documents') }).click()
  await expect(page.getByText(t('places.none'))).toBeVisible()
  await expectAccessible(page, 'open a book')
  await page.getByRole('button', { name: t('places.usual.home') }).click()
  await page.getByRole('button', { name: /^Pebble & Tide\.quay \d/ }).click()
  await page.getByRole('button', { name: t('welcome.openScreen.open') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('today.title'))
  await expect(page.getByText(t('today.empty.title'))).toBeVisible()
  await expectAccessible(page, 'Today of an empty book')
})

test('the palette finds screens and records', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const shell = new ShellPage(program)
  await new WelcomePage(program).lookRound()
  await (await shell.openPalette()).fill(t('shell.nav.rates'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('rates.title'))
  await (await shell.openPalette()).fill('HP-1042')
  await expect(page.getByRole('dialog').getByText('HP-1042').first()).toBeVisible()
  await expectAccessible(page, 'palette')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/HP-1042|Walnut/)
})

test('the keyboard alone: the map, a list, a record', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  await new WelcomePage(program).lookRound()
  await page.keyboard.press('Shift+?')
  await expect(page.getByRole('dialog', { name: t('shell.keys.title') })).toBeVisible()
  await expectAccessible(page, 'keyboard map')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await new ShellPage(program).go('products')
  await expect(page.locator('.ag-row').first()).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('textbox', { name: t('lists.find') })).toBeFocused()
  await page.keyboard.type('HP-10')
  await page.keyboard.press('Escape')
  await page.locator('.ag-cell[col-id="sku"]').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { level: 1, name: t('products.new') })).toBeVisible()
})
