// `rescue BOOK NEW`: what can be read of a damaged book, in a new one, and what could not.

import type { RescueReport } from '#main/db/rescue/rescue.ts'
import { type CliVerb, clock, parsed, printJson, userPath } from '#main/host/cli/verb.ts'
import { rescueBook } from '#main/services/rescue/rescue-book.ts'
import { AppError } from '#shared/errors.ts'

const usage = 'rescue BOOK NEW [--currency CODE] [--json]'

export const rescueVerb: CliVerb = {
  usage,
  async run(args) {
    const { values, positionals } = parsed(
      { args, allowPositionals: true, options: { json: { type: 'boolean' }, currency: { type: 'string' } } },
      usage,
    )
    const [path, target] = positionals
    if (!path || !target || positionals.length > 2) throw new AppError('cli/usage', { usage, reason: '' })
    const input = { file: userPath(path), target: userPath(target), baseCurrency: values.currency?.toUpperCase() }
    const report = await rescueBook(input, clock())
    if (values.json) printJson(report)
    else printReport(report)
    return report.isWhole ? 0 : 1
  },
}

function printReport({ tables, references, isWhole }: RescueReport): void {
  const print = (line: string) => process.stdout.write(`${line}\n`)
  for (const { table, rows, gaps, refused, isMissing } of tables) {
    if (isMissing) print(`${table}: could not be found`)
    else print(`${table}: ${rows} rows`)
    if (!isMissing)
      for (const { after, before } of gaps)
        print(`  not readable: ids after ${after ?? 'the start'}, before ${before ?? 'the end'}`)
    for (const { id, reason } of refused) print(`  left out: ${id} (${reason})`)
  }
  for (const { table, id, parent } of references) print(`${table} ${id} points at a row of ${parent} that is lost`)
  print(isWhole ? 'Nothing was lost.' : 'Some of it was lost; what is above is missing. Run `check` on the new book.')
}
