// `merge BOOK OTHER`: brings another copy of the book in, after saying what that means; with `--dry-run` only says it.

import { basename } from 'node:path'
import { backupPathBeside } from '#main/db/backup-paths.ts'
import { bookHandle } from '#main/db/book-handle.ts'
import { sweepPrivateFolders } from '#main/db/private-folder.ts'
import { read } from '#main/db/statements.ts'
import { passphraseIn } from '#main/host/cli/passphrase-file.ts'
import { type CliBook, type CliVerb, clock, parsed, printJson, userPath, withBook } from '#main/host/cli/verb.ts'
import { directCaller } from '#main/host/direct-caller.ts'
import { makeBackup } from '#main/services/backups/make-backup.ts'
import { countLeftOut } from '#main/services/copies/leave-out-contents.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { AppError } from '#shared/errors.ts'
import type { MergeChoice, MergedKindCount, MergeReport, MergeResult } from '#shared/schemas/merge.ts'

const usage =
  'merge BOOK OTHER [--dry-run] [--choose ours|theirs|latest] [--passphrase-file FILE] [--person NAME] [--json]'

const options = {
  'dry-run': { type: 'boolean', default: false },
  choose: { type: 'string', default: 'latest' },
  'passphrase-file': { type: 'string' },
  person: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

export const mergeVerb: CliVerb = {
  usage,
  async run(args) {
    const { values, positionals } = parsed({ args, allowPositionals: true, options }, usage)
    const [path, other] = positionals
    if (!path || !other || positionals.length > 2) throw new AppError('cli/usage', { usage, reason: '' })
    const passphraseFile = values['passphrase-file']
    const at = {
      file: userPath(other),
      fileName: basename(other),
      passphrase: passphraseFile === undefined ? undefined : passphraseIn(String(passphraseFile)),
    }
    const all = choiceNamed(String(values.choose))
    sweepPrivateFolders()
    const person = values.person === undefined ? undefined : String(values.person)
    const done = await withBook({ path, person }, (open) =>
      merge(open, at, { all, isTrial: values['dry-run'] === true }),
    )
    if (values.json) printJson(done)
    else printDone(done)
    return 0
  },
}

function choiceNamed(text: string): MergeChoice {
  if (text === 'latest') return 'suggested'
  if (text === 'ours' || text === 'theirs') return text
  throw new AppError('cli/usage', { usage, reason: `--choose ${text}` })
}

type At = { file: string; fileName: string; passphrase: string | undefined }
type Done = { report: MergeReport; result: MergeResult | null }

async function merge(
  { book, places, person }: CliBook,
  at: At,
  { all, isTrial }: { all: MergeChoice; isTrial: boolean },
): Promise<Done> {
  // Choices carry a name. Who is nobody yet is added first, so that the look has the last word.
  const isChoosing = all !== 'suggested' && !isTrial
  const personId = isChoosing ? person.signUp() : person.known
  const own = { shelfFolder: places.shelf, personId, signUp: person.signUp }
  const { merge: calls } = directCaller(book, own).inner
  const report = await calls.look({ ...at, jobId: 'look' })
  const { look } = report
  try {
    const isNothing = report.changes.theirs === 0
    // Files that ours was made without come from the other copy, whether or not that has something new.
    const lacksFiles = isNothing && read(book.connection, countLeftOut) > 0
    if (isTrial || (isNothing && !lacksFiles)) return { report, result: null }
    const plan = await calls.plan({ look, choices: { all, kinds: {}, records: {}, conflicts: {} } })
    const backup = backupPathBeside(book.file, { madeAt: clock(), cause: 'merge' })
    await makeBackup(bookHandle(book.file, book.connection), backup, silentJob)
    const result = await calls.run({ ...plan, backupName: basename(backup), jobId: 'run' })
    return { report, result }
  } finally {
    await calls.forget({ look })
  }
}

const print = (line: string) => process.stdout.write(`${line}\n`)

function printDone({ report, result }: Done): void {
  const { changes, work, clocksAhead, conflicts, clashes, kinds } = report
  print(`${report.fileName}: ${changes.theirs} changes that are new here, ${changes.ours} that are new there`)
  for (const row of work) {
    const copy = row.copy === '' ? '' : `, copy ${row.copy}`
    const side = row.side === 'ours' ? 'here' : 'there'
    print(
      `  ${side}: ${row.person?.name ?? 'unknown'}${copy}: ${row.changes}, ${day(row.firstAt)} to ${day(row.lastAt)}`,
    )
  }
  for (const { copy, person, aheadMs } of clocksAhead) {
    print(
      `  the clock of ${person?.name ?? 'unknown'}${copy && `, copy ${copy},`} ran ${Math.round(aheadMs / 3_600_000)} hours ahead`,
    )
  }
  for (const row of kinds) print(`  ${kindLine(row)}`)
  print(
    `${conflicts} changed on both sides${result ? `, ${result.chosen} decided otherwise than by the last change` : ''}`,
  )
  if (result?.choicesFailure)
    print(`What was chosen could not be written, so that the last change counts: ${result.choicesFailure.code}`)
  const after = result?.clashes ?? clashes
  for (const { rule, count } of after) print(`  to mend: ${rule}: ${count}`)
  if (result?.id) print(`Brought in. The book as it was before: ${result.backupName}`)
  else if (changes.theirs === 0) print('There is nothing new to bring in.')
  else print('Nothing was written.')
}

function kindLine({ kind, newOurs, newTheirs, changedOurs, changedTheirs, both, conflicts }: MergedKindCount): string {
  const parts = [
    [newTheirs, 'new there'],
    [newOurs, 'new here'],
    [changedTheirs, 'changed there'],
    [changedOurs, 'changed here'],
    [both, 'changed on both sides'],
    [conflicts, 'in conflict'],
  ] as const
  return `${kind}: ${parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ')}`
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ')
}
