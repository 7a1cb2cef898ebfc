// What became of the files, in lines for the terminal.
import type { ChannelResult, FileReport, ImportQuestion, ImportReport } from '#shared/schemas/imports.ts'

const shown = 20

/** A question of a file that was left to a guess. */
export type AskedOfFile = ImportQuestion & { file: string }

export function printReport({ files, channels, made, missing }: ImportReport, questions: readonly AskedOfFile[]): void {
  for (const file of files) printFile(file)
  for (const question of questions) printGuess(question)
  for (const channel of channels) printChannel(channel)
  for (const { kind, count } of made) print(`${count} ${kind}(s) made because a row named them`)
  for (const { kind, count, examples } of missing) {
    print(
      `${count} ${kind}(s) not in the book: ${examples.join(', ')}${count > examples.length ? ' …' : ''}  (--make-missing makes them)`,
    )
  }
}

function printGuess({ file, key, columns, guess }: AskedOfFile): void {
  const where = columns.length > 0 ? ` (${columns.join(', ')})` : ''
  print(`${file}: ${key}${where} was not settled by the file; taken as ${guess ?? 'the book’s base currency'}`)
}

function printChannel({ channel, unsent, unsentCount, ...counts }: ChannelResult): void {
  const told = Object.entries(counts).filter(([, count]) => count > 0)
  if (told.length + unsentCount === 0) return
  print(`${channel}: ${told.map(([what, count]) => `${count} ${what}`).join(', ')}`)
  for (const { number, code } of unsent.slice(0, shown)) print(`  could not be sent: ${number} (${code})`)
  if (unsentCount > shown) print(`  … ${unsentCount - shown} more`)
}

function printFile(file: FileReport): void {
  print(
    `${file.name}: ${file.kind}, ${file.new} new, ${file.changed} changed, ${file.unchanged} unchanged, ${file.merged > 0 ? `${file.merged} merged, ` : ''}${file.refusedRows} refused`,
  )
  for (const { line, column, value, expected } of file.refused.slice(0, shown)) {
    print(`  line ${line}${column ? `, ${column}` : ''}: ${JSON.stringify(value)} (expected: ${expected})`)
  }
  if (file.refused.length > shown) print(`  … ${file.refused.length - shown} more`)
  for (const { said, column, count, lines } of file.noted) {
    print(
      `  taken although odd: ${said}, ${column}, ${count} rows: line ${lines.join(', ')}${count > lines.length ? ' …' : ''}`,
    )
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
