// One book in two programs: the second reads and then writes; and a book that has moved is found again.
import { renameSync } from 'node:fs'
import path from 'node:path'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('a second program reads, and writes once the first has closed; a moved book is found', async ({
  launch,
  folder,
  host,
}) => {
  test.skip(host === 'electron', 'the window starts once; a second start hands its book to it')
  const first = await launch()
  await new WelcomePage(first).makeBook({ company: 'Pebble & Tide', country: 'China', owner: 'Mei' })
  const second = await launch({ language: 'zh-CN' })
  const { page, t } = second
  const name = (key: Parameters<typeof t>[0]) => ({ name: t(key), exact: true })

  await test.step('it says so, and refuses to write in a sentence', async () => {
    await new WelcomePage(second).openRecent('Pebble & Tide')
    await expect(page.getByText(t('bookFile.inUse'))).toBeVisible()
    await expectAccessible(page, 'a book that another program has open')
    await page.goto(`${page.url().split('#')[0]}#/products`)
    const add = page.getByRole('link', name('products.new')).first()
    await expect(add).toHaveAttribute('aria-disabled', 'true')
    await add.hover()
    await expect(page.getByRole('tooltip')).toContainText(t('errors.read-only/in-use'))
    await add.click({ force: true })
    await page.keyboard.press('n')
    await expect(page.getByRole('alert').filter({ hasText: t('errors.read-only/in-use') })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('products.title'))
    await page.goto(`${page.url().split('#')[0]}#/products/new`)
    const sku = page.getByRole('textbox', name('products.fields.sku'))
    await sku.fill('MUG-1')
    await expect(page.getByRole('button', name('common.save'))).toBeDisabled()
    await sku.press('ControlOrMeta+s')
    await expect(page.getByText(t('errors.read-only/in-use'), { exact: false }).first()).toBeVisible()
    await expect(sku).toHaveValue('MUG-1')
  })

  await test.step('it sees that the book is free, and writes what was typed', async () => {
    await new ShellPage(first).closeBook('Pebble & Tide')
    await page.getByRole('button', name('bookFile.writeHere')).click()
    await expect(page.getByRole('button', name('bookFile.writeHere'))).toHaveCount(0)
    const sku = page.getByRole('textbox', name('products.fields.sku'))
    await expect(sku).toHaveValue('MUG-1')
    await sku.press('ControlOrMeta+s')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('MUG-1')
  })

  await test.step('a book that has moved is found where it is now', async () => {
    await new ShellPage(second).closeBook('Pebble & Tide')
    const home = path.join(folder, 'home')
    renameSync(path.join(home, 'Pebble & Tide.quay'), path.join(home, 'Documents', 'Books 2026.quay'))
    await page.reload()
    await expect(page.getByText(t('welcome.start.gone'))).toBeVisible()
    await new WelcomePage(second).openRecent('Pebble & Tide')
    const dialog = page.getByRole('dialog')
    await dialog
      .getByRole('navigation', { name: t('places.shortcuts') })
      .getByRole('button', { name: t('places.usual.documents') })
      .click()
    await dialog.getByRole('button', { name: /^Books 2026\.quay/ }).click()
    await expectAccessible(page, 'the chooser')
    await dialog.getByRole('button', name('welcome.recent.thisOne')).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('today.title'))
    await expect(page.getByText('Books 2026.quay')).toBeVisible()
  })
})
