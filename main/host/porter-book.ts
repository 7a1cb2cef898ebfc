// What a porter has in place of a book: nothing. Its calls name closed files by path.
import type { Context } from '#main/api/trpc.ts'
import { openWriter } from '#main/db/database.ts'
import { jobReporter } from '#main/host/job-reporter.ts'
import type { RoleBook } from '#main/host/role-book.ts'
import type { WorkerStart } from '#main/host/worker-messages.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import { searchIndex } from '#main/services/search/search-index.ts'
import { AppError } from '#shared/errors.ts'
import type { JobState } from '#shared/operation.ts'

export function openAsPorter(start: WorkerStart, { reportJob }: { reportJob: (job: JobState) => void }): RoleBook {
  const connection = openWriter(':memory:')
  const search = searchIndex()
  const context: Context = {
    read: noBook,
    write: noBook,
    writeUndoable: noBook,
    rehearse: noBook,
    job: (id, kind) => jobReporter({ id, kind, stopFlag: start.stopFlag, report: reportJob }),
    files: fileShelf(start.shelfFolder),
    search,
    personId: null,
    keepPerson: noBook,
    handle: null,
    noteChanged: noBook,
    host: null,
  }
  return {
    connection,
    close: () => connection.close(),
    personId: () => null,
    search,
    newCall: () => ({ context, changedTables: new Set() }),
  }
}

function noBook(): never {
  throw new AppError('book/closed')
}
