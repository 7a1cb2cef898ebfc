// Two copies of a book come together: both prices side by side, orders that both imported, undone as a whole, done again and
// mended with one click. And another book, dropped on the window, is refused with the way in that it has.
import { execFileSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { outFile } from '../support/built-program.ts'
import { startHttpHost } from '../support/test-host.ts'
import { MergePage } from './pages/merge-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { writeFiles } from './support/files.ts'
import { expect, test } from './support/test.ts'

test.skip(({ host }) => host === 'electron', 'A test cannot answer the dialogs of the system.')

const prices = (amount: string) => `SKU,Name,Price,Currency\nMUG-1,Oak mug,${amount},USD\nMUG-2,Ash mug,20.00,USD\n`
const orders = [
  'Order ID,Order date,Customer,SKU,Quantity,Unit price,Currency',
  '112-1,2026-10-01,Alpine Home GmbH,MUG-1,2,12.50,USD',
  '112-2,2026-10-02,Alpine Home GmbH,MUG-1,1,12.50,USD',
]

/** Mei's book and Li's copy of it: each set another price for one product, and both imported the same orders. */
async function twoCopies(folder: string): Promise<void> {
  await (await startHttpHost({ folder, newBook: true })).stop()
  const [mei, li] = ['Test Trading.quay', 'li.quay'].map((name) => path.join(folder, 'home', name)) as [string, string]
  const [first, ours, theirs, sold] = writeFiles(folder, {
    'first.csv': prices('12.50'),
    'ours.csv': prices('13.00'),
    'theirs.csv': prices('14.00'),
    'orders.csv': orders.join('\n'),
  }) as [string, string, string, string]
  const importInto = (book: string, file: string, ...more: string[]) => {
    const settings = path.join(folder, book === mei ? 'settings' : 'settings of Li')
    const person = book === mei ? [] : ['--person', 'Li']
    const env = { ...process.env, QUAYSIDE_DATA: settings, HOME: path.join(folder, 'home'), INIT_CWD: folder }
    execFileSync(process.execPath, [outFile('main/cli.js'), 'import', book, file, ...more, ...person], { env })
  }
  importInto(mei, first)
  copyFileSync(mei, li)
  for (const [book, file] of [
    [mei, ours],
    [li, theirs],
  ] as const) {
    importInto(book, file)
    importInto(book, sold, '--channel', 'Etsy', '--make-missing')
  }
}

test('seen, chosen, brought together, undone, done again and mended', async ({ launch, folder }) => {
  test.slow()
  await twoCopies(folder)
  const program = await launch()
  const { page, t } = program
  const [merge, shell] = [new MergePage(program), new ShellPage(program)]
  const lis = t('merge.sides.named', { name: 'Li' })
  await new WelcomePage(program).openRecent('Test Trading')

  await test.step('what the other copy brings stands there in words, and every number opens its list', async () => {
    await shell.go('merge')
    await merge.choose('li.quay')
    await merge.expectStep('report')
    await expect(merge.main.getByText(t('merge.report.fitsBut', { copy: lis }))).toBeVisible()
    const kind = t('merge.kinds.order')
    const place = t('merge.places.newTheirs', { copy: lis })
    const list = t('merge.table.open', { count: 2, formatted: '2', kind, place })
    await merge.main.getByRole('button', { name: list }).click()
    await expect(page.getByRole('complementary')).toContainText('112-1')
    await expectAccessible(page, 'what the other copy brings')
  })

  await test.step('both prices stand side by side; a key chooses', async () => {
    await merge.press('merge.report.toDecide')
    await merge.expectStep('decide')
    await expect(merge.conflicts().getByRole('option')).toHaveCount(1)
    for (const price of ['12.50 USD', '13.00 USD', '14.00 USD']) await expect(merge.panel()).toContainText(price)
    await expectAccessible(page, 'both values')
    await merge.conflicts().focus()
    await expect(merge.conflicts()).toBeFocused()
    await page.keyboard.press('1')
    await expect(merge.main.getByText(t('merge.decide.allDecided'))).toBeVisible()
    await expect(merge.conflicts()).toContainText(t('merge.sides.ours'))
  })

  const bringTogether = async () => {
    await merge.press('merge.decide.next')
    await expect(merge.main.getByRole('button', { name: t('clashes.rules.orders/same-external.title') })).toBeVisible()
    await merge.press('merge.after.button')
    await merge.expectStep('done')
  }

  await test.step('brought together, and undone as a whole', async () => {
    await bringTogether()
    await merge.press('merge.undo.button')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('merge.undo.confirm') })
      .click()
    await expect(page.getByText(t('merge.undo.done'))).toBeVisible({ timeout: 20_000 })
    await shell.go('orders')
    await expect(page.getByRole('main')).toContainText('112-1')
    await shell.go('clashes')
    await expect(page.getByText(t('clashes.empty.title'))).toBeVisible()
  })

  await test.step('done again, with the price of the other copy', async () => {
    await shell.go('merge')
    await merge.choose('li.quay')
    await merge.press('merge.report.toDecide')
    await merge.panel().getByRole('radio', { name: lis }).click()
    await bringTogether()
  })

  await test.step('the orders that both imported are mended with one click; then the merge stands', async () => {
    await merge.main.getByRole('link', { name: t('merge.done.toClashes'), exact: true }).click()
    const mending = { name: t('clashes.rules.orders/same-external.mendings.keepOne') }
    await expectAccessible(page, 'what is to mend')
    await page.getByRole('main').getByRole('button', mending).first().click()
    const sure = t('clashes.all.button', { count: 2, formatted: '2' })
    await page.getByRole('dialog').getByRole('button', { name: sure }).click()
    await expect(page.getByText(t('clashes.mended', { count: 2, formatted: '2' }))).toBeVisible()
    await expect(page.getByText(t('clashes.rules.orders/same-external.title'))).toHaveCount(0)
    await shell.go('merge')
    await expect(merge.main.getByText(t('merge.done.standing.later-work'))).toBeVisible()
  })
})

/** The sample company's book, as the program keeps it. */
function sampleOf(folder: string): string {
  const kept = path.join(folder, 'settings', 'sample')
  return path.join(kept, readdirSync(kept).find((name) => name.endsWith('.quay')) ?? '')
}

test('另一个账本 dropped on the window is refused, with the way in that it has', async ({ launch, folder }) => {
  const program = await launch({ language: 'zh-CN' })
  const { page, t } = program
  const merge = new MergePage(program)
  await new WelcomePage(program).makeBook({ company: 'Pebble & Tide', country: '中国', owner: '林' })
  await new ShellPage(program).go('merge')
  const sample = readFileSync(sampleOf(folder)).toString('base64')
  const dataTransfer = await page.evaluateHandle((held) => {
    const transfer = new DataTransfer()
    const bytes = Uint8Array.from(atob(held), (letter) => letter.charCodeAt(0))
    transfer.items.add(new File([bytes], 'sample.quay'))
    return transfer
  }, sample)
  await merge.main.dispatchEvent('drop', { dataTransfer })
  await expect(page.getByText(t('errors.merge/another-book'))).toBeVisible()
  await expectAccessible(page, 'another book is refused')
  await merge.main.getByRole('link', { name: t('merge.choose.importInstead') }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('import.title') })).toBeVisible()
})
