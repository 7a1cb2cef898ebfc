// `backup BOOK [TARGET]`: a checked backup, beside the book or where it is said.
import { existsSync } from 'node:fs'
import { backUp } from '#main/db/backup.ts'
import { backupPathBeside } from '#main/db/backup-paths.ts'
import { type CliVerb, clock, parsed, printJson, userPath, withBook } from '#main/host/cli/verb.ts'
import { AppError } from '#shared/errors.ts'

const usage = 'backup BOOK [TARGET] [--json]'

export const backupVerb: CliVerb = {
  usage,
  async run(args) {
    const { values, positionals } = parsed(
      { args, allowPositionals: true, options: { json: { type: 'boolean' } } },
      usage,
    )
    const [path, wanted] = positionals
    if (!path || positionals.length > 2) throw new AppError('cli/usage', { usage, reason: '' })
    const target = await withBook({ path, isReading: true }, async ({ book }) => {
      const to = wanted ? userPath(wanted) : backupPathBeside(book.file, { madeAt: clock(), cause: 'manual' })
      if (existsSync(to)) throw new AppError('book/exists')
      await backUp(book.connection, to)
      return to
    })
    if (values.json) printJson({ backup: target })
    else process.stdout.write(`${target}\n`)
    return 0
  },
}
