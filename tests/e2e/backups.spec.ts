// The way back: a backup is made, work goes on, the backup is looked into and brought back, and so is what was before. A
// book that does not open is offered its last backup.
import { closeSync, existsSync, openSync, readdirSync, writeSync } from 'node:fs'
import path from 'node:path'
import { BackupsPage } from './pages/backups-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import type { Program } from './support/launch.ts'
import { expect, test } from './support/test.ts'

test('restored after a look at what would be gone, and back again', async ({ launch, folder }) => {
  test.slow()
  const program = await launch({ language: 'en' })
  const { page, t } = program
  const [backups, shell] = [new BackupsPage(program), new ShellPage(program)]
  await new WelcomePage(program).makeBook({ company: 'Pebble & Tide', country: 'China', owner: 'Mei' })
  await addProduct(program, 'MUG-1')
  await shell.go('backups')
  await backups.makeNow()
  await addProduct(program, 'MUG-2')
  await shell.go('backups')

  await test.step('the look says what was done since', async () => {
    const dialog = await backups.look('manual')
    const since = dialog.getByRole('region', { name: t('backups.preview.since') })
    await expect(since).toContainText('Mei')
    await expect(since.getByRole('row', { name: t('backups.kinds.products') })).toContainText('1')
    await expectAccessible(page, 'the look into a backup')
    await dialog.getByRole('button', { name: t('backups.preview.look') }).click()
    await expect(page.getByText(/You are looking at a backup/)).toBeVisible()
    await expectProducts(program, ['MUG-1'])
    await page.getByRole('button', { name: t('backups.looking.back') }).click()
    await expect(page.getByText(/You are looking at a backup/)).toBeHidden()
    await expectProducts(program, ['MUG-1', 'MUG-2'])
    await shell.go('backups')
    await backups.bringBack(await backups.look('manual'))
  })

  await test.step('the book is as it was, and as it had become once more', async () => {
    await expectProducts(program, ['MUG-1'])
    await shell.go('backups')
    await expectAccessible(page, 'backups')
    await backups.bringBack(await backups.look('restore'))
    await expectProducts(program, ['MUG-1', 'MUG-2'])
  })

  await test.step('closed, damaged, and brought back from the first screen', async () => {
    await shell.closeBook('Pebble & Tide')
    await new WelcomePage(program).expectShown()
    const home = path.join(folder, 'home')
    const [name = ''] = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((one) =>
      /Tide\.quay$/.test(one),
    )
    const file = path.join(home, name)
    // The first screen is there before the last thread has let go.
    await expect.poll(() => ['-wal', '-shm', '-lock'].some((side) => existsSync(file + side))).toBe(false)
    overwriteStart(file)
    await page
      .getByRole('button', { name: /Pebble & Tide/ })
      .first()
      .click()
    await expect(page.getByText(t('health.rescue.offer'))).toBeVisible()
    await expectAccessible(page, 'a damaged book')
    await page.getByRole('button', { name: /Bring back the backup of/ }).click()
    await expect(page.getByRole('navigation', { name: t('shell.navigation') })).toBeVisible()
    await expectProducts(program, ['MUG-1', 'MUG-2'])
  })
})

test('健康: the check in words, with its date', async ({ launch }) => {
  const program = await launch({ language: 'zh-CN' })
  const { page, t } = program
  await new WelcomePage(program).makeBook({ company: '卵石与潮汐', country: '中国', owner: '林薇' })
  await new ShellPage(program).go('health')
  await expect(page.getByText(t('health.never'))).toBeVisible()
  await page.getByRole('button', { name: t('health.check') }).click()
  await expect(page.getByText(t('health.sound'))).toBeVisible()
  await expectAccessible(page, 'health')
  await page.reload()
  await expect(page.getByText(t('health.sound'))).toBeVisible()
})

async function addProduct({ page, t }: Program, sku: string): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/products/new`)
  await page.getByRole('textbox', { name: t('products.fields.sku') }).fill(sku)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(sku)
}

async function expectProducts(program: Program, skus: readonly string[]): Promise<void> {
  const { page } = program
  await new ShellPage(program).go('products')
  for (const sku of skus) await expect(page.getByRole('gridcell', { name: sku, exact: true })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: /^MUG-/ })).toHaveCount(skus.length)
}

/** As a failing disk leaves it: the first pages are something else. */
function overwriteStart(file: string): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(60, 7), 0, 60, 0)
  writeSync(handle, Buffer.alloc(3000, 7), 0, 3000, 100)
  closeSync(handle)
}
