// `export BOOK TARGET`: a copy that may leave the house: plain, under a passphrase, or with what others should not see taken out.
import { statSync } from 'node:fs'
import { bookHandle } from '#main/db/book-handle.ts'
import { sweepPrivateFolders } from '#main/db/private-folder.ts'
import { passphraseIn } from '#main/host/cli/passphrase-file.ts'
import { type CliVerb, clock, parsed, printJson, userPath, withBook } from '#main/host/cli/verb.ts'
import { makeCopy } from '#main/services/copies/make-copy.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { AppError } from '#shared/errors.ts'
import { type MadeCopy, type Redaction, redactions } from '#shared/schemas/copies.ts'

const usage =
  'export BOOK TARGET [--without-attachments] [--encrypt --passphrase-file FILE] [--redact personal,costs,suppliers] [--replace] [--json]'

const options = {
  'without-attachments': { type: 'boolean', default: false },
  encrypt: { type: 'boolean', default: false },
  'passphrase-file': { type: 'string' },
  redact: { type: 'string', default: '' },
  replace: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

export const exportVerb: CliVerb = {
  usage,
  async run(args) {
    const { values, positionals } = parsed({ args, allowPositionals: true, options }, usage)
    const [path, target] = positionals
    if (!path || !target || positionals.length > 2) throw new AppError('cli/usage', { usage, reason: '' })
    const passphraseFile = values['passphrase-file']
    if (values.encrypt !== (passphraseFile !== undefined)) {
      throw new AppError('cli/usage', { usage, reason: '--encrypt --passphrase-file FILE' })
    }
    const passphrase = passphraseFile === undefined ? null : passphraseIn(String(passphraseFile))
    sweepPrivateFolders()
    const file = userPath(target)
    const done = await withBook({ path, isReading: true }, ({ book }) =>
      makeCopy(bookHandle(book.file, book.connection), {
        target: { path: file, replace: values.replace === true },
        withAttachments: values['without-attachments'] !== true,
        passphrase,
        redact: redactionsNamed(String(values.redact)),
        language: 'en',
        now: clock(),
        job: silentJob,
      }),
    )
    const made = { ...done, size: statSync(file).size }
    if (values.json) printJson({ file: target, ...made })
    else printMade(target, made)
    return 0
  },
}

function redactionsNamed(text: string): Redaction[] {
  const named = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const unknown = named.find((word) => !redactions.some((redaction) => redaction === word))
  if (unknown !== undefined) throw new AppError('cli/usage', { usage, reason: `--redact ${unknown}` })
  return redactions.filter((redaction) => named.includes(redaction))
}

const print = (line: string) => process.stdout.write(`${line}\n`)

function printMade(target: string, { size, isEncrypted, leftOut, proof }: Omit<MadeCopy, 'name' | 'file'>): void {
  print(
    `${target}: ${size} bytes${isEncrypted ? ', encrypted' : ''}${leftOut > 0 ? `, ${leftOut} files left out` : ''}`,
  )
  if (proof === null) return
  for (const { table, rows, isWhole, columns } of proof.tables) {
    print(`  ${table}: ${rows} ${isWhole ? 'left out' : `without ${columns.join(', ')}`}`)
  }
  print(
    `Looked for ${proof.texts} texts in ${proof.bytes} bytes, and through ${proof.columns} columns: nothing of it is left.`,
  )
  for (const { table, column, texts, examples } of proof.standing) {
    print(`  ${texts} of the texts also stand in ${table}.${column}, which stays: ${examples.join(', ')}`)
  }
}
