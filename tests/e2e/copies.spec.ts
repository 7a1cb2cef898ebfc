// Copies that leave the house: under a passphrase and back, and one without what an accountant need not see.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CopiesPage } from './pages/copies-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test.skip(({ host }) => host === 'electron', 'A test cannot answer the dialogs of the system.')

test('a copy under a passphrase, opened again with it alone', async ({ launch, folder }) => {
  test.slow()
  const program = await launch({ language: 'en' })
  const { page, t } = program
  const [copies, shell] = [new CopiesPage(program), new ShellPage(program)]
  await new WelcomePage(program).makeBook({ company: 'Pebble & Tide', country: 'China', owner: 'Mei' })
  await shell.go('copies')

  await copies.protect('quiet harbours', 'loud harbours')
  await copies.press('save')
  await expect(page.getByText(t('copies.passphrase.differs'))).toBeVisible()
  await expectAccessible(page, 'a copy under a passphrase')
  await copies.protect('twelve quiet harbours')
  await copies.press('save')
  await copies.saveThere('copies.make.choose', 'for Li')
  await copies.expectMade()
  const home = path.join(folder, 'home')
  const made = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.age'))
  expect(made.map((name) => path.basename(name))).toEqual(['for Li.quay.age'])
  expect(readFileSync(path.join(home, made[0] ?? ''), 'latin1')).not.toContain('SQLite')

  await copies.chooseEncrypted('for Li.quay.age')
  await copies.open('twelve quiet harbours', 'back')
  await copies.openNow()
  await expect(page.getByRole('navigation', { name: t('shell.navigation') })).toContainText('back.quay')
})

test('账本 without personal data and costs: counted before, proved after', async ({ launch }) => {
  test.slow()
  const program = await launch({ language: 'zh-CN' })
  const { page, t } = program
  const copies = new CopiesPage(program)
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('copies')
  await copies.redact('personal', 'costs')
  await expect(copies.rowsGoing('people')).toHaveText('2')
  await expectAccessible(page, 'what a redacted copy is made without')
  const file = await program.download(() => copies.press('download'))
  await copies.expectMade()
  await expect(page.getByText(t('copies.done.proved'))).toBeVisible()
  await expectAccessible(page, 'the proof of a redacted copy')
  const bytes = readFileSync(file)
  expect(bytes.includes('SQLite format 3')).toBe(true)
  expect(bytes.includes('客户 1')).toBe(true)
  for (const gone of ['林薇', 'Alpenstube', 'hugo@atelier']) expect([gone, bytes.includes(gone)]).toEqual([gone, false])
})
