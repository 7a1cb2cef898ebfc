// Files for tests of attachments: on a shelf of their own, as the screen sends them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAttachment } from '#main/services/attachments/attachment-commands.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import type { TestBook } from '#tests/support/test-book.ts'

export const folder = mkdtempSync(join(tmpdir(), 'quayside-files-'))
export const shelf = fileShelf(join(folder, 'shelf'))
// Several test files of one process share it: only the end of the process is the end of its use.
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

export const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
export const jpeg = Buffer.from('ffd8ffe000104a46494600', 'hex')
export const pdf = Buffer.from('%PDF-1.7 a certificate')

export function shelved(name: string, content: string | Uint8Array) {
  const file = shelf.open(name)
  writeFileSync(file.path, content)
  return shelf.find(file.token)
}

/** Puts a file on a record, as the operation that the door to it writes. */
export function attach(book: TestBook, record: RecordRef, name: string, content: string | Uint8Array) {
  return book.write(
    (tx) => addAttachment(tx, { record, file: shelved(name, content), thumbnail: null }),
    'attachments.add',
  )
}
