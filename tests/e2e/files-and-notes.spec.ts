// Files and notes on a record, and the one timeline that gathers what happened to it.
import { readFileSync } from 'node:fs'
import { RecordPanelsPage } from './pages/record-panels-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('files are dropped and pasted on a product, shown, saved, said more of and removed', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const panels = new RecordPanelsPage(program)
  await new WelcomePage(program).lookRound()
  await panels.openProduct()
  // While another panel is shown: the page takes them all the same.
  const text = '%PDF-1.7 as good as any'
  await panels.give('drop', [
    { name: 'Front.png', colour: 'teal' },
    { name: 'REACH certificate.pdf', text },
    { name: 'Big.mov', text: 'x' },
  ])
  await expect(panels.files()).toHaveCount(3)
  await panels.give('paste', [{ name: 'image.png', colour: 'orange' }])
  await expect(panels.files()).toHaveCount(4)
  await panels.give('drop', [{ name: 'Again.pdf', text }])
  await expect(
    page.getByText(t('attachments.already', { name: 'Again.pdf', known: 'REACH certificate.pdf' })),
  ).toBeVisible()
  await expect(panels.files()).toHaveCount(4)
  await expect(panels.files().getByRole('button', { name: /^(Show|Save).*certificate/ })).toBeVisible()
  await expectAccessible(page, 'files of a product')

  await page.getByRole('button', { name: t('attachments.show', { name: 'Front.png' }) }).click()
  const viewer = page.getByRole('dialog')
  const shown = viewer.getByRole('img', { name: 'Front.png' })
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(300)
  await expectAccessible(page, 'a picture in full')
  await page.keyboard.press('ArrowRight')
  await expect(shown).toHaveCount(0)
  await expect(viewer.getByRole('img', { name: /\.png$/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(viewer).toHaveCount(0)

  const saved = await program.download(() => panels.chooseOf('REACH certificate.pdf', 'saveCopy'))
  expect(readFileSync(saved, 'utf8')).toBe(text)

  await panels.chooseOf('REACH certificate.pdf', 'edit')
  const form = page.getByRole('form', { name: t('attachments.editTitle') })
  await form.getByLabel(t('attachments.fields.name')).fill('REACH 2026')
  await form.getByLabel(t('attachments.fields.expiresOn')).fill('2020-01-31')
  await expectAccessible(page, 'a file changed')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(panels.files().getByText(t('attachments.expired', { day: '2020-01-31' }))).toBeVisible()

  await panels.chooseOf('Big.mov', 'remove')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('attachments.remove'), exact: true })
    .click()
  await expect(panels.files()).toHaveCount(3)
  await page.getByRole('button', { name: t('common.undo') }).click()
  await expect(panels.files()).toHaveCount(4)
})

test('a file over the limit is refused with the reason, and stops no other', async ({ launch }) => {
  const program = await launch({ language: 'zh-CN' })
  const { page, t } = program
  const panels = new RecordPanelsPage(program)
  await new WelcomePage(program).lookRound()
  await panels.openProduct()
  await page.evaluate(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(25 * 1024 * 1024 + 1)], 'film.mov'))
    transfer.items.add(new File(['small'], 'note.txt'))
    transfer.items.add(new File([], 'nothing.txt'))
    for (const type of ['dragenter', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))
  })
  await expect(panels.files()).toHaveCount(1)
  await expect(page.getByText(t('errors.attachments/too-large', { name: 'film.mov', limitMb: 25 }))).toBeVisible()
  await expect(page.getByText(t('errors.attachments/empty', { name: 'nothing.txt' }))).toBeVisible()
  await expectAccessible(page, 'refused files, in Chinese')
})

test('notes are kept as drafts, saved by key, pinned, and filtered in the timeline', async ({ launch }) => {
  const program = await launch({ language: 'zh-CN' })
  const { page, t } = program
  const panels = new RecordPanelsPage(program)
  await new WelcomePage(program).lookRound()
  await panels.openProduct()
  const field = page.getByRole('textbox', { name: t('notes.new') })
  await field.fill('盖子漏水\n问供应商')
  // Another panel is looked at meanwhile: what was written waits.
  await panels.show('attachments')
  await panels.show('timeline')
  await expect(field).toHaveValue('盖子漏水\n问供应商')
  await field.press('ControlOrMeta+Enter')
  await expect(field).toHaveValue('')
  const note = panels.entries().filter({ hasText: '盖子漏水' })
  await expect(note).toBeVisible()
  await note.getByRole('button', { name: t('notes.pin') }).click()
  const pinned = panels.panels().getByRole('list', { name: t('notes.pinned') })
  await expect(pinned.getByText('盖子漏水')).toBeVisible()
  await pinned.getByRole('button', { name: t('notes.edit') }).click()
  await page.getByRole('textbox', { name: t('notes.editLabel') }).fill('盖子已换')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(pinned.getByText('盖子已换')).toBeVisible()
  await expect(pinned.getByText(t('notes.edited'))).toBeVisible()
  await expectAccessible(page, 'the timeline of a product, in Chinese')

  await expect(panels.entries()).not.toHaveCount(1)
  await panels
    .panels()
    .getByRole('combobox', { name: t('timeline.kind') })
    .click()
  await page.getByRole('option', { name: t('timeline.kinds.note') }).click()
  await expect(panels.entries()).toHaveCount(1)
  await pinned.getByRole('button', { name: t('notes.remove') }).click()
  await expect(pinned).toHaveCount(0)
  await expect(panels.entries().getByText(t('timeline.entry.note_removed'))).toBeVisible()
})
