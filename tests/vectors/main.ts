// `npm run vectors -- FILE…`: reference cases against the program's own calculations.
import { readFileSync } from 'node:fs'
import { casesOf, type ReferenceCase, reportLines, runCases } from '#tests/vectors/run-cases.ts'

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('Usage: npm run vectors -- FILE…')
  process.exit(2)
}
const report = runCases(files.flatMap(read))
console.log(reportLines(report).join('\n'))
process.exitCode = report.failures.length > 0 ? 1 : 0

function read(file: string): ReferenceCase[] {
  try {
    return casesOf(readFileSync(file, 'utf8'))
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(2)
  }
}
