// `restore BOOK BACKUP`: the book as it is is kept as a backup first, then the other takes its place.
import { existsSync, mkdirSync } from 'node:fs'
import { backUp } from '#main/db/backup.ts'
import { backupPathBeside, folderBeside } from '#main/db/backup-paths.ts'
import { restoreInto } from '#main/db/restore.ts'
import { read } from '#main/db/statements.ts'
import { damagedPath } from '#main/host/backups/backup-places.ts'
import { backupSettingsFile } from '#main/host/backups/backup-settings.ts'
import { isDamagedBook } from '#main/host/backups/damaged-book.ts'
import { keepErasedOf } from '#main/host/cli/keep-erased.ts'
import { type CliVerb, clock, parsed, printJson, userPath, withBook } from '#main/host/cli/verb.ts'
import { eraseAgain, stillThere } from '#main/services/backups/erase-again.ts'
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
    await restoreInto(file, userPath(backup), keepDamaged)
    await eraseAgainIn(path)
    if (values.json) printJson({ book: file, kept })
    else process.stdout.write(kept ? `${file}\nThe book as it was: ${kept}\n` : `${file}\n`)
    return 0
  },
}

/** Null for a book too damaged to be copied; its bytes are kept when the backup is put in its place. */
async function keptPresent(file: string): Promise<string | null> {
  try {
    return await withBook({ path: file }, async ({ book, places }) => {
      // On this machine first: whatever ends in the middle, they are erased when the book is opened next.
      keepErasedOf(book, places)
      const backup = backupPathBeside(file, { madeAt: clock(), cause: 'restore' })
      await backUp(book.connection, backup)
      return backup
    })
  } catch (error) {
    if (isDamagedBook(error)) return null
    throw error
  }
}

/** Who was erased as far as this machine knows, whether or not the book as it was could still tell. */
function eraseAgainIn(path: string): Promise<void> {
  return withBook({ path }, ({ book, places, person }) => {
    const { erasures } = backupSettingsFile(places.data).read(book.uid)
    const rows = read(book.connection, (db) => stillThere(db, erasures))
    if (rows.length > 0) book.writer.write('backups.eraseAgain', person.signUp(), (tx) => eraseAgain(tx, rows))
  })
}
