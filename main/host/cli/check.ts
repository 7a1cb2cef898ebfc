// `check BOOK`: whether the book agrees with itself, and with heads that were kept elsewhere.
import { readFileSync, writeFileSync } from 'node:fs'
import { read } from '#main/db/statements.ts'
import { type CliVerb, parsed, printJson, userPath, withBook } from '#main/host/cli/verb.ts'
import { type BookCheck, checkBook } from '#main/services/book/check-book.ts'
import { headsFile, proveAgainst } from '#main/services/book/heads.ts'
import { AppError } from '#shared/errors.ts'
import { type HeadsFile, headsFileSchema, type Proof } from '#shared/schemas/heads.ts'

const usage = 'check BOOK [--against HEADS.json] [--heads-to HEADS.json] [--json]'

export const checkVerb: CliVerb = {
  usage,
  async run(args) {
    const options = { json: { type: 'boolean' }, against: { type: 'string' }, 'heads-to': { type: 'string' } } as const
    const { values, positionals } = parsed({ args, allowPositionals: true, options }, usage)
    const [path] = positionals
    if (!path || positionals.length > 1) throw new AppError('cli/usage', { usage, reason: '' })
    const kept = values.against === undefined ? null : readHeads(String(values.against))
    const { check, proof, heads } = await withBook({ path, isReading: true }, ({ book }) =>
      read(book.connection, (db) => {
        const check = checkBook(db)
        return { check, proof: kept && proveAgainst(db, kept, { log: check.log }), heads: headsFile(db) }
      }),
    )
    if (values['heads-to'] !== undefined) writeNew(String(values['heads-to']), heads)
    const { log: _, ...shown } = check
    if (values.json) printJson(proof ? { ...shown, proof } : shown)
    else printCheck(check, proof)
    return check.ok && (proof === null || proof.isUnaltered) ? 0 : 1
  },
}

function readHeads(path: string): HeadsFile {
  try {
    return headsFileSchema.parse(JSON.parse(readFileSync(userPath(path), 'utf8')))
  } catch {
    throw new AppError('book/not-heads')
  }
}

/** Never over a file that is there: it may be the one that proves something. */
function writeNew(path: string, heads: HeadsFile): void {
  try {
    writeFileSync(userPath(path), `${JSON.stringify(heads, null, 2)}\n`, { flag: 'wx' })
  } catch (error) {
    throw new AppError('book/heads-not-written', { reason: error instanceof Error ? error.message : '' })
  }
}

const print = (line: string) => process.stdout.write(`${line}\n`)

function printCheck({ ok, problems, counts, heads, unprovable, past }: BookCheck, proof: Proof | null): void {
  for (const { code, where } of problems) print(`${code}: ${where}`)
  print(
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', '),
  )
  for (const { copy, sequence, hash } of heads) print(`copy ${copy}, operation ${sequence}: ${hash}`)
  if (unprovable.length > 0)
    print(`No longer provable, because personal data were erased from them: ${unprovable.join(', ')}`)
  if (past !== null) {
    print(`This file is no book: it shows one as it was before ${new Date(past).toISOString()}, made to be looked at.`)
    print('What was erased later is erased in it as well, so that its history proves nothing. Check the book itself.')
  } else print(ok ? 'The book agrees with itself.' : 'The book does not agree with itself; what differs is above.')
  if (proof) printProof(proof)
  else if (past !== null) return
  else print('That nobody rewrote it is only proved by one of these hashes kept elsewhere (--heads-to, --against).')
}

function printProof({ isSameBook, isUnaltered, takenAt, heads, later }: Proof): void {
  if (!isSameBook) {
    print('These heads were taken from another book.')
    return
  }
  for (const { copy, sequence, state } of heads) {
    if (state === 'missing') print(`copy ${copy}, operation ${sequence}: not in this book`)
    if (state === 'differs') print(`copy ${copy}, operation ${sequence}: another operation stands in its place`)
  }
  print(
    isUnaltered
      ? `Unaltered since ${takenAt}; ${later} operations were added since.`
      : `Not proved unaltered since ${takenAt}.`,
  )
}
