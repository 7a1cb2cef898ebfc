// `check BOOK`: whether the book agrees with itself.

import { read } from '#main/db/statements.ts'
import { type CliVerb, parsed, printJson, withBook } from '#main/host/cli/verb.ts'
import { type BookCheck, checkBook } from '#main/services/book/check-book.ts'
import { AppError } from '#shared/errors.ts'

const usage = 'check BOOK [--json]'

export const checkVerb: CliVerb = {
  usage,
  async run(args) {
    const { values, positionals } = parsed(
      { args, allowPositionals: true, options: { json: { type: 'boolean' } } },
      usage,
    )
    const [path] = positionals
    if (!path || positionals.length > 1) throw new AppError('cli/usage', { usage, reason: '' })
    const check = await withBook({ path }, ({ book }) => read(book.connection, checkBook))
    if (values.json) printJson(check)
    else printCheck(check)
    return check.ok ? 0 : 1
  },
}

function printCheck({ ok, problems, counts, heads }: BookCheck): void {
  const print = (line: string) => process.stdout.write(`${line}\n`)
  for (const { code, where } of problems) print(`${code}: ${where}`)
  print(
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', '),
  )
  for (const { copy, sequence, hash } of heads) print(`copy ${copy}, operation ${sequence}: ${hash}`)
  print(ok ? 'The book agrees with itself.' : 'The book does not agree with itself; what differs is above.')
  print('That nobody rewrote it is only proved by one of these hashes kept elsewhere.')
}
