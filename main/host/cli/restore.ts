// `restore BOOK BACKUP`: the book as it is is kept as a backup first, then the other takes its place.
import { existsSync, mkdirSync } from 'node:fs'
import { backUp } from '#main/db/backup.ts'
import { backupPathBeside, folderBeside } from '#main/db/backup-paths.ts'
import { type ErasedRow, erasedRowsOf } from '#main/db/erase.ts'
import { read } from '#main/db/statements.ts'
import { damagedPath } from '#main/host/backups/backup-places.ts'
import { isDamagedBook } from '#main/host/backups/damaged-book.ts'
import { type CliVerb, clock, parsed, printJson, userPath, withBook } from '#main/host/cli/verb.ts'
import { eraseAgain } from '#main/services/backups/erase-again.ts'
import { putBackup } from '#main/services/backups/put-backup.ts'
import { AppError } from '#shared/errors.ts'

const usage = 'restore BOOK BACKUP [--json]'

export const restoreVerb: CliVerb = {
  usage,
  async run(args) {
    const { values, positionals } = parsed(
      { args, allowPositionals: true, options: { json: { type: 'boolean' } } },
      usage,
    )
    const [path, backup] = positionals
    if (!path || !backup || positionals.length > 2) throw new AppError('cli/usage', { usage, reason: '' })
    const file = userPath(path)
    const kept = existsSync(file) ? await keptPresent(file) : null
    const keepDamaged = damagedPath(file, clock())
    if (!existsSync(folderBeside(file))) mkdirSync(folderBeside(file))
    await putBackup({ file, backup: userPath(backup), keepDamaged })
    const rows = kept?.erased ?? []
    if (rows.length > 0) {
      await withBook({ path }, ({ book, person }) =>
        book.writer.write('backups.eraseAgain', person.signUp(), (tx) => eraseAgain(tx, rows)),
      )
    }
    if (values.json) printJson({ book: file, kept: kept?.backup ?? null })
    else process.stdout.write(kept ? `${file}\nThe book as it was: ${kept.backup}\n` : `${file}\n`)
    return 0
  },
}

type Kept = { backup: string; erased: ErasedRow[] }

/** Null for a book too damaged to be copied; its bytes are kept when the backup is put in its place. */
async function keptPresent(file: string): Promise<Kept | null> {
  try {
    return await withBook({ path: file }, async ({ book }) => {
      const backup = backupPathBeside(file, { madeAt: clock(), cause: 'restore' })
      await backUp(book.connection, backup)
      return { backup, erased: read(book.connection, erasedRowsOf) }
    })
  } catch (error) {
    if (isDamagedBook(error)) return null
    throw error
  }
}
