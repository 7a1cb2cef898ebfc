// `import BOOK FILE…`: files into a book, in order of dependency, all or nothing.
import { statSync } from 'node:fs'
import { read } from '#main/db/statements.ts'
import { type AskedOfFile, printReport } from '#main/host/cli/import-report.ts'
import { type ImportWishes, kindNamed, wishedMapping } from '#main/host/cli/import-wishes.ts'
import { type CliBook, type CliVerb, parsed, printJson, userPath, withBook } from '#main/host/cli/verb.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import { runImport } from '#main/services/import/run-import.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { AppError } from '#shared/errors.ts'
import type { ImportReport } from '#shared/schemas/imports.ts'

const usage =
  'import BOOK FILE… [--as KIND] [--mapping NAME|FILE] [--channel NAME] [--platform NAME] [--currency CODE] [--to CODE] [--dates dmy|mdy|ymd] [--decimal .|,] [--percent percent|fraction] [--make-missing] [--dry-run] [--person NAME] [--json]'

export const importVerb: CliVerb = {
  usage,
  async run(args) {
    const { values, positionals } = parsed(
      {
        args,
        allowPositionals: true,
        options: {
          as: { type: 'string' },
          mapping: { type: 'string' },
          channel: { type: 'string' },
          platform: { type: 'string' },
          currency: { type: 'string' },
          to: { type: 'string' },
          dates: { type: 'string' },
          decimal: { type: 'string' },
          percent: { type: 'string' },
          'make-missing': { type: 'boolean', default: false },
          'dry-run': { type: 'boolean', default: false },
          person: { type: 'string' },
          json: { type: 'boolean', default: false },
        },
      },
      usage,
    )
    const [path, ...files] = positionals
    if (!path || files.length === 0) throw new AppError('cli/usage', { usage, reason: '' })
    const { mapping, channel, platform, currency, to, dates, decimal, percent } = values
    const wishes: ImportWishes = {
      kind: kindNamed(values.as),
      mapping,
      channel,
      platform,
      currency,
      to,
      dates,
      decimal,
      percent,
      makeMissing: values['make-missing'],
      isDry: values['dry-run'],
    }
    const done = await withBook({ path, person: values.person }, (open) => importFiles(open, files, wishes))
    if (values.json) printJson(scriptReport(done))
    else printReport(done.report, done.questions)
    return 0
  },
}

type Imported = { report: ImportReport; questions: AskedOfFile[] }

/** The report for scripts: files by the path they were given, and what was left to a guess. */
function scriptReport({ report, questions }: Imported) {
  const { files, channels, made, missing } = report
  return {
    files: files.map(({ name, refusedFile: _, refusedFileName: __, ...file }) => ({ ...file, file: name })),
    channels,
    made,
    missing,
    questions,
  }
}

function importFiles({ book, places, person }: CliBook, paths: readonly string[], wishes: ImportWishes): Imported {
  const shelf = fileShelf(places.shelf)
  const asked = read(book.connection, (db) =>
    paths.map((path) => {
      const file = { ...shelf.lend(existing(path)), name: path }
      return { file, ...wishedMapping(db, file, wishes) }
    }),
  )
  const questions = asked.flatMap(({ file, questions }) =>
    questions.map((question) => ({ file: file.name, ...question })),
  )
  const work = { files: asked, job: silentJob, shelf: null, refusedLimit: Number.POSITIVE_INFINITY }
  const report = wishes.isDry
    ? book.writer.rehearse(person.known, (tx) => runImport(tx, work))
    : book.writer.write('imports.run', person.signUp(), (tx) => runImport(tx, work)).result
  return { report, questions }
}

function existing(path: string): string {
  const file = userPath(path)
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw new AppError('files/not-a-file', { name: path })
  if (!found?.isFile()) throw new AppError('files/gone', { name: path })
  return file
}
