import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type FileOpener, openShelvedFile } from '#main/host/open-file.ts'
import { openedFiles } from '#main/host/opened-files.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-opened-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const shelf = fileShelf(join(root, 'shelf'))
let count = 0

function shelved(name: string, content: string) {
  const file = shelf.open(name)
  writeFileSync(file.path, content)
  return shelf.find(file.token)
}

function desk(answer = true, reason = '') {
  count += 1
  const folder = join(root, `opened-${count}`)
  const asked: string[] = []
  const opened: string[] = []
  const opener: FileOpener = {
    ask: async (name, language) => {
      asked.push(`${name} ${language}`)
      return answer
    },
    open: async (path) => {
      opened.push(path)
      return reason
    },
  }
  const copies = openedFiles(folder)
  const open = (name: string, content: string) =>
    openShelvedFile(shelved(name, content), { opener, copies, language: 'zh-CN' })
  return { folder, asked, opened, copies, open }
}

describe('a file to open', () => {
  test('is copied under a safe name into a private folder, not to be written, after asking', async () => {
    const { asked, opened, open, folder } = desk()
    expect(await open('报关单:2026.pdf', '%PDF-1.7')).toBe(true)
    expect(asked).toEqual(['报关单:2026.pdf zh-CN'])
    const [path = ''] = opened
    expect(basename(path)).toBe('报关单_2026.pdf')
    expect(dirname(dirname(path))).toBe(folder)
    expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7')
    if (process.platform !== 'win32') {
      expect(statSync(path).mode & 0o777).toBe(0o400)
      expect(statSync(folder).mode & 0o777).toBe(0o700)
    }
  })

  test('is not touched when the answer is no', async () => {
    const { opened, open, folder } = desk(false)
    expect(await open('a.pdf', '%PDF-1.7')).toBe(false)
    expect(opened).toEqual([])
    expect(existsSync(folder)).toBe(false)
  })

  test('of a kind that is not only shown is refused before anyone is asked', async () => {
    const { asked, opened, open } = desk()
    const refused = { code: 'files/not-openable' }
    await expect(open('setup.exe', 'x')).rejects.toMatchObject(refused)
    await expect(open('invoice.pdf', 'MZ\u0090\u0000')).rejects.toMatchObject(refused)
    await expect(open('page.html', '<p>')).rejects.toMatchObject(refused)
    expect([asked, opened]).toEqual([[], []])
  })

  test('that no program takes says why', async () => {
    const { open } = desk(true, 'No application.')
    const failed = { code: 'files/open-failed', details: { name: 'a.dwg', reason: 'No application.' } }
    await expect(open('a.dwg', 'x')).rejects.toMatchObject(failed)
  })

  test('is opened by no host that has no system around it', async () => {
    const parts = { opener: null, copies: null, language: 'en' as const }
    await expect(openShelvedFile(shelved('a.pdf', 'x'), parts)).rejects.toMatchObject({ code: 'host/no-dialog' })
  })
})

describe('the copies', () => {
  test('are gone at the end, and two of one name do not meet', async () => {
    const { open, opened, copies, folder } = desk()
    await open('a.pdf', 'one')
    await open('a.pdf', 'two')
    expect(opened.map((path) => readFileSync(path, 'utf8'))).toEqual(['one', 'two'])
    copies.clear()
    expect(existsSync(folder)).toBe(false)
    copies.clear()
  })

  test('of a run that was killed are gone with the next start', () => {
    const folder = join(root, 'left')
    mkdirSync(join(folder, 'file-x'), { recursive: true })
    writeFileSync(join(folder, 'file-x', 'left.pdf'), 'x', { mode: 0o400 })
    openedFiles(folder)
    expect(existsSync(folder) && readdirSync(folder)).toBe(false)
  })
})
