// Archives that are no workbook of Excel's own kind, and those cut off: says what they look like.
import { AppError } from '#shared/errors.ts'
import type { ByteSource } from '../byte-source.ts'
import type { LooksLike } from '../recognise-file.ts'
import { damaged, type ZipDirectory } from './zip-directory.ts'

const marks: readonly (readonly [RegExp, LooksLike])[] = [
  [/^xl\/workbook\.bin$/, 'xlsb'],
  [/^word\//, 'word'],
  [/^ppt\//, 'powerpoint'],
  [/^index\/document\.iwa$/, 'numbers'],
  [/^content\.xml$/, 'ods'],
]

/** What to say of an archive that holds no workbook. */
export function otherArchive(bytes: ByteSource, directory: ZipDirectory): AppError {
  const names = [...directory.keys()]
  const found = marks.find(([mark]) => names.some((name) => mark.test(name)))
  return new AppError('import/not-a-table', { name: bytes.name, looksLike: found?.[1] ?? 'zip' })
}

/** What to say of an archive whose end is missing: a workbook by its name or its first files, or just an archive. */
export function cutOffArchive(bytes: ByteSource): AppError {
  const head = Buffer.from(bytes.read(0, 4096)).toString('latin1')
  if (/\.xl[st][xm]$/i.test(bytes.name) || /^PK.{28}(?:xl\/|\[Content_Types\])/s.test(head)) return damaged(bytes)
  return new AppError('import/not-a-table', { name: bytes.name, looksLike: 'zip' })
}
