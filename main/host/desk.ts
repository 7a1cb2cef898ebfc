// The desk: where every call of the screen arrives, and which of them go to the book. Both hosts share it.

import { join } from 'node:path'
import type { Context } from '#main/api/trpc.ts'
import { backupSettingsFile } from '#main/host/backups/backup-settings.ts'
import { backupWatch } from '#main/host/backups/backup-watch.ts'
import { erasedRows } from '#main/host/backups/erased-rows.ts'
import { bookKeeper } from '#main/host/book-keeper.ts'
import { deskServices } from '#main/host/desk-services.ts'
import { damagedBook } from '#main/host/health/damaged-book.ts'
import { logFailure } from '#main/host/log.ts'
import type { FileOpener } from '#main/host/open-file.ts'
import type { OutsideOpener } from '#main/host/open-outside.ts'
import { openedFiles } from '#main/host/opened-files.ts'
import type { PdfEngine } from '#main/host/paper-file.ts'
import { pastView } from '#main/host/past/past-view.ts'
import type { PlaceDialogs } from '#main/host/places/place-services.ts'
import type { Places } from '#main/host/places.ts'
import { porter } from '#main/host/porter.ts'
import { failureOf, runEnvelope } from '#main/host/run-envelope.ts'
import { settingsFile } from '#main/host/settings-file.ts'
import { type FileShelf, fileShelf } from '#main/services/files/file-shelf.ts'
import { searchIndex } from '#main/services/search/search-index.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError, type Failure } from '#shared/errors.ts'
import type { Envelope, HostEvent, Reply } from '#shared/operation.ts'

/** What differs between the hosts. */
export type HostSide = {
  kind: 'electron' | 'http'
  version: string
  systemLanguage: 'en' | 'zh-CN'
  /** The system's dialogs for choosing files, where there are some. */
  dialogs: PlaceDialogs | null
  /** Makes a PDF of a paper's page, where the host has an engine for it. */
  paperPdf: PdfEngine | null
  /** The system's way to open a file in its own program, where there is one. */
  opener: FileOpener | null
  /** The system's browser, where the program is not in one itself. */
  outside: OutsideOpener | null
}

export type Desk = {
  call(envelope: Envelope): Promise<Reply>
  files: FileShelf
  onEvent(listener: (event: HostEvent) => void): () => void
  /** Opens a book named at start; when that fails, the first screen says why. */
  openPath(path: string): Promise<void>
  rest(): void
  close(): Promise<void>
}

export function openDesk(places: Places, side: HostSide): Desk {
  const settings = settingsFile(places.data)
  const files = fileShelf(places.shelf)
  // In the program's own folder, so that the next start finds what this one could not remove.
  const copies = side.opener ? openedFiles(join(places.data, 'opened')) : null
  const listeners = new Set<(event: HostEvent) => void>()
  let isEnding = false
  const emit = (event: HostEvent) => {
    backups.hear(event)
    erased.hear(event)
    // The window that still stands while the program ends need not go through the first screen once more.
    if (isEnding && event.type === 'book') return
    for (const listener of listeners) listener(event)
  }
  const backupSettings = backupSettingsFile(places.data)
  const damaged = damagedBook()
  const backups = backupWatch({
    book: () => keeper.held(),
    settings: backupSettings,
    emit,
    now: () => Date.now() as Instant,
    program: side.version,
  })
  const keeper = bookKeeper({
    places,
    settings,
    emit(event) {
      if (event.type === 'book') past.bookChanged().catch((error) => void logFailure('past', error))
      emit(event)
    },
    beforeClose: () => backups.beforeClose(),
    onRefused: (path, error) => damaged.noteRefused(path, error),
  })
  const past = pastView({ places, present: () => keeper.held(), emit })
  const erased = erasedRows({ keeper, settings: backupSettings })
  let openError: Failure | null = null
  const host = deskServices({
    places,
    side,
    settings,
    keeper,
    files,
    copies,
    openError: () => (keeper.held() ? null : openError),
    past,
    backups: {
      damaged,
      watch: backups,
      settings: backupSettings,
      emit,
      erased,
      porter: porter({ memoryFolder: join(places.data, 'books'), shelfFolder: places.shelf, onEvent: emit }),
    },
  })
  const ownContext: Context = {
    read: noBook,
    write: noBook,
    writeUndoable: noBook,
    rehearse: noBook,
    job: noBook,
    files,
    // Searches go to the book's own threads; this one stays empty.
    search: searchIndex(),
    personId: null,
    keepPerson: noBook,
    handle: null,
    noteChanged: noBook,
    host,
  }
  return {
    async call(envelope) {
      if (envelope.path.startsWith('host.')) return runEnvelope(ownContext, envelope)
      // Those name files by path: only the host itself asks for them.
      if (envelope.path.startsWith('inner.')) return unknownCall(envelope)
      const held = past.held() ?? keeper.held()
      if (!held) return { id: envelope.id, ok: false, error: { code: 'book/closed', details: {} } }
      // An import can be undone, but not what a wrong file was meant to be: the book as it was stays at hand.
      if (envelope.path === 'imports.run' && !past.held()) await backups.tryToMake('import')
      const reply = await held.pool.call(envelope)
      // Who asks for the host's state next finds in it what this call has changed.
      await keeper.settled()
      return reply
    },
    files,
    onEvent(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async openPath(path) {
      try {
        await keeper.open(path, null)
      } catch (error) {
        openError = failureOf(error, 'open')
      }
    },
    rest: () => keeper.held()?.pool.rest(),
    async close() {
      isEnding = true
      await past.end()
      await keeper.close()
      backups.stop()
      files.clear()
      copies?.clear()
    },
  }
}

function unknownCall({ id, path }: Envelope): Reply {
  return { id, ok: false, error: { code: 'call/unknown', details: { path } } }
}

function noBook(): never {
  throw new AppError('book/closed')
}
