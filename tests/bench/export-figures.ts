// The export of all order lines and of all products.
import { join } from 'node:path'
import type { Connection } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { runExport } from '#main/services/exports/run-export.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { type ExportInput, exportInput } from '#shared/schemas/exports.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { measureAsync } from '#tests/bench/measure.ts'

export async function exportFigures(connection: Connection, folder: string): Promise<Figure[]> {
  const files = fileShelf(join(folder, 'exported'))
  const run = (list: ExportInput['list'], format: ExportInput['format']) =>
    runExport(
      { read: (service) => read(connection, service), files, job: silentJob },
      exportInput.parse({ list, format, jobId: 'bench' }),
    )
  const figures: Figure[] = []
  for (const [list, format] of [
    ['order-lines', 'csv'],
    ['products', 'csv'],
    ['products', 'xlsx'],
  ] as const) {
    let rows = 0
    const timing = await measureAsync(
      async () => {
        rows = (await run(list, format)).rows
      },
      { runs: 5, limitMs: 5000 },
    )
    figures.push(figure(`export of ${rows.toLocaleString('en')} ${list} as ${format}`, timing))
    files.clear()
  }
  return figures
}
