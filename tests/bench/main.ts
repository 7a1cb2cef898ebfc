// `npm run bench -- --size S,M,L [--only WORD,…] [--json] [--details] [--keep FOLDER]`: what the program takes on generated
// books, beside bare better-sqlite3 in the same run. `--keep` leaves the books behind, to look into.
import { parseArgs } from 'node:util'
import { isMainThread, Worker } from 'node:worker_threads'
import { resourceLimits } from '#main/host/pool-worker.ts'
import { asJson, asText, type SizeReport } from '#tests/bench/report.ts'
import { runSize } from '#tests/bench/run-size.ts'
import { sizes } from '#tests/bench/sizes.ts'

if (isMainThread) measureInThread()
else await measureAll()

/** All is measured in a thread with the memory that the program gives its own; the bare yardstick as well. */
function measureInThread(): void {
  const thread = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2), resourceLimits })
  thread.on('error', (error) => {
    console.error(error)
    process.exitCode = 1
  })
}

async function measureAll(): Promise<void> {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: 'S,M' },
      only: {
        type: 'string',
        default:
          'import,pages,abc,classes,sales,search,customers,edit,bulk,stock,costing,selling,shipping,planning,suppliers,ageing,orders,log,merge,pool,export,backup',
      },
      json: { type: 'boolean', default: false },
      details: { type: 'boolean', default: false },
      keep: { type: 'string' },
    },
  })
  const wish = { only: new Set(values.only.split(',')), keep: values.keep ?? null }
  const reports: SizeReport[] = []
  for (const size of values.size.split(',').map(sizeNamed)) {
    const report = await runSize(size, wish)
    reports.push(report)
    if (values.json) continue
    console.log(asText(report))
    if (values.details) console.table(report.details)
  }
  if (values.json) console.log(asJson(reports))
}

function sizeNamed(name: string) {
  const size = sizes[name.trim().toUpperCase()]
  if (!size) throw new Error(`There is no size "${name}"; the sizes: ${Object.keys(sizes).join(', ')}.`)
  return size
}
