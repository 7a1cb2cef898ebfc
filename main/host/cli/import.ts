// `import BOOK FILE…`: files into a book, in order of dependency, all or nothing.
import { readFileSync, statSync } from 'node:fs'
import type { ReadDb } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { printReport } from '#main/host/cli/import-report.ts'
import { type CliBook, type CliVerb, parsed, printJson, userPath, withBook } from '#main/host/cli/verb.ts'
import { fileShelf, type ShelvedFile } from '#main/services/files/file-shelf.ts'
import { inspectFile } from '#main/services/import/inspect-file.ts'
import { runImport } from '#main/services/import/run-import.ts'
import { mappingByName } from '#main/services/import/saved-mappings.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { AppError } from '#shared/errors.ts'
import {
  type ImportKind,
  type ImportMapping,
  type ImportReport,
  importKinds,
  mappingSchema,
} from '#shared/schemas/imports.ts'

const usage =
  'import BOOK FILE… [--as KIND] [--mapping NAME|FILE] [--channel NAME] [--currency CODE] [--make-missing] [--dry-run] [--json]'

type Wishes = {
  kind?: ImportKind
  mapping?: string
  channel?: string
  currency?: string
  makeMissing: boolean
  isDry: boolean
}

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
          currency: { type: 'string' },
          'make-missing': { type: 'boolean', default: false },
          'dry-run': { type: 'boolean', default: false },
          json: { type: 'boolean', default: false },
        },
      },
      usage,
    )
    const [path, ...files] = positionals
    if (!path || files.length === 0) throw new AppError('cli/usage', { usage, reason: '' })
    const { mapping, channel, currency } = values
    const wishes = {
      kind: kindOf(values.as),
      mapping,
      channel,
      currency,
      makeMissing: values['make-missing'],
      isDry: values['dry-run'],
    }
    const report = await withBook(path, (open) => importFiles(open, files, wishes))
    if (values.json) printJson(scriptReport(report))
    else printReport(report)
    return 0
  },
}

/** The report for scripts: files by the path they were given. */
function scriptReport({ files, made, missing }: ImportReport) {
  return {
    files: files.map(({ name, refusedFile: _, refusedFileName: __, ...file }) => ({ ...file, file: name })),
    made,
    missing,
  }
}

function kindOf(text: string | undefined): ImportKind | undefined {
  if (text === undefined) return undefined
  const kind = importKinds.find((candidate) => candidate === text)
  if (!kind) throw new AppError('import/unknown-kind', { kind: text, kinds: importKinds })
  return kind
}

function importFiles({ book, places, personId }: CliBook, paths: readonly string[], wishes: Wishes): ImportReport {
  const shelf = fileShelf(places.shelf)
  const files = read(book.connection, (db) =>
    paths.map((path) => {
      const file = shelf.lend(existing(path))
      return { file: { ...file, name: path }, mapping: mappingFor(db, file, wishes) }
    }),
  )
  const work = { files, job: silentJob, shelf: null }
  if (wishes.isDry) return book.writer.rehearse(personId, (tx) => runImport(tx, work))
  return book.writer.write('imports.run', personId, (tx) => runImport(tx, work)).result
}

function existing(path: string): string {
  const file = userPath(path)
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new AppError('files/gone', { name: path })
  return file
}

function mappingFor(db: ReadDb, file: ShelvedFile, wishes: Wishes): ImportMapping {
  const mapping = wishes.mapping === undefined ? guessedMapping(db, file, wishes) : namedMapping(db, wishes.mapping)
  const { channel = mapping.options.channel, currency = mapping.options.currency } = wishes
  const makeMissing = wishes.makeMissing || mapping.options.makeMissing
  return { ...mapping, options: { ...mapping.options, channel, currency: currency.toUpperCase(), makeMissing } }
}

function guessedMapping(db: ReadDb, file: ShelvedFile, { kind }: Wishes): ImportMapping {
  const inspection = inspectFile(db, file, { kind })
  if (inspection.kind === null) throw new AppError('import/unknown-content', { name: file.name })
  return inspection.mapping
}

function namedMapping(db: ReadDb, name: string): ImportMapping {
  if (!name.endsWith('.json')) return mappingByName(db, name).mapping
  try {
    return mappingSchema.parse(JSON.parse(readFileSync(userPath(name), 'utf8')))
  } catch {
    throw new AppError('import/bad-mapping-file', { name })
  }
}
