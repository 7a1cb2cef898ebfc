// A customer who asks to be forgotten; and heads kept elsewhere, that prove the rest was not touched meanwhile.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { BackupsPage } from './pages/backups-page.ts'
import { ListPage } from './pages/list-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('a customer is erased for good, and the heads taken before still fit', async ({ launch, folder }) => {
  test.slow()
  const program = await launch({ language: 'en' })
  const { page, t } = program
  await new WelcomePage(program).lookRound()
  await page.evaluate(() => {
    location.hash = '/book/heads'
  })
  const save = page.getByRole('button', { name: t('proof.save') })
  await expect(page.getByRole('row')).toHaveCount(2)
  await expectAccessible(page, 'the heads of the book')
  const heads = await program.download(() => save.click())

  // Nobody backs the sample company up unasked.
  await new ShellPage(program).go('backups')
  await new BackupsPage(program).makeNow()

  await new ShellPage(program).go('customers')
  await new ListPage(program).cell('Alpenstube', 'name').click()
  await page
    .getByRole('complementary')
    .getByRole('link', { name: t('common.openPage') })
    .click()
  await page.getByRole('button', { name: t('erasure.action') }).click()
  const dialog = page.getByRole('dialog')
  const name = 'Alpenstube Wohnwelt'
  const erase = dialog.getByRole('button', { name: t('erasure.erase') })
  await expect(erase).toBeDisabled()
  await expectAccessible(page, 'what an erasure takes')
  await dialog.getByRole('checkbox').check()
  await dialog.getByLabel(t('erasure.type', { name })).fill(name)
  await erase.click()
  await expect(dialog.getByText(t('erasure.done', { name }))).toBeVisible()
  await expect(dialog.getByText(t('erasure.backupsElsewhere'))).toBeVisible()
  await expectAccessible(page, 'what still holds the person')
  await dialog.getByRole('button', { name: /^Delete \d+ backup/ }).click()
  await expect(dialog.getByText(/backups? (was|were) deleted/)).toBeVisible()
  await dialog.getByRole('button', { name: t('erasure.finish') }).click()
  await expect(page.getByText(/personal data of this record were erased/)).toBeVisible()
  // The book, what SQLite keeps beside it, and the backup that was made since.
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.quay(-wal)?$/.test(file))
  expect(files.length).toBeGreaterThan(1)
  const holding = files.filter((file) => readFileSync(path.join(folder, file)).includes('katharina@alpenstube'))
  expect(holding).toEqual([])

  await page.evaluate(() => {
    location.hash = '/book/heads'
  })
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: t('proof.choose') }).click(),
  ])
  await chooser.setFiles(heads)
  await expect(page.getByText(/^Unaltered since/)).toBeVisible()
  await expectAccessible(page, 'the proof')
})
