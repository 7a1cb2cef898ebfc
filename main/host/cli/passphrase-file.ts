// A passphrase for the command line: the first line of a file, never an argument, which every program here could read.
import { readFileSync } from 'node:fs'
import { userPath } from '#main/host/cli/verb.ts'
import { AppError } from '#shared/errors.ts'
import { passphraseField } from '#shared/schemas/copies.ts'

/** `-` reads it from the standard input. */
export function passphraseIn(path: string): string {
  const [line] = textOf(path).split(/\r?\n/, 1)
  const read = passphraseField.safeParse(line)
  if (!read.success) throw new AppError('copies/no-passphrase', { name: path })
  return read.data
}

function textOf(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : userPath(path), 'utf8')
  } catch {
    throw new AppError('files/gone', { name: path })
  }
}
