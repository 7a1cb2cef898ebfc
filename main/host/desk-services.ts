// What the host answers itself: books, places on this machine, preferences.
import { join } from 'node:path'
import type { HostServices } from '#main/api/host-services.ts'
import type { BackupParts } from '#main/host/backups/backup-parts.ts'
import { backupServices } from '#main/host/backups/backup-services.ts'
import type { BookKeeper } from '#main/host/book-keeper.ts'
import { bookFileName, freeBookPath } from '#main/host/book-names.ts'
import { booksServices } from '#main/host/books/book-services.ts'
import { copyServices } from '#main/host/copies/copy-services.ts'
import type { HostSide } from '#main/host/desk.ts'
import type { DamagedBook } from '#main/host/health/damaged-book.ts'
import { healthServices } from '#main/host/health/health-services.ts'
import { mergeDesk } from '#main/host/merge/merge-desk.ts'
import { openShelvedFile } from '#main/host/open-file.ts'
import { openOutside } from '#main/host/open-outside.ts'
import type { OpenedFiles } from '#main/host/opened-files.ts'
import { paperFile } from '#main/host/paper-file.ts'
import type { PastView } from '#main/host/past/past-view.ts'
import { placeTokens } from '#main/host/place-tokens.ts'
import { placeServices } from '#main/host/places/place-services.ts'
import type { Places } from '#main/host/places.ts'
import { forecastServices } from '#main/host/planning/forecast-services.ts'
import { recentBooks } from '#main/host/recent-books.ts'
import { openSampleBook } from '#main/host/sample-book.ts'
import type { SettingsFile } from '#main/host/settings-file.ts'
import { systemUserName } from '#main/host/system-user.ts'
import type { FileShelf } from '#main/services/files/file-shelf.ts'
import type { Instant } from '#shared/dates.ts'
import type { Failure } from '#shared/errors.ts'
import type { Language } from '#shared/i18n/translate.ts'
import type { HostState } from '#shared/schemas/host.ts'

export type DeskParts = {
  places: Places
  side: HostSide
  settings: SettingsFile
  keeper: BookKeeper
  files: FileShelf
  /** Copies of files that the system opens; only where the host can open any. */
  copies: OpenedFiles | null
  openError: () => Failure | null
  past: PastView
  backups: Pick<BackupParts, 'watch' | 'settings' | 'porter' | 'emit' | 'erased'> & { damaged: DamagedBook }
}

/** As whoever sits here reads the screens. */
function languageOf(side: HostSide, settings: SettingsFile): Language {
  const { language } = settings.read().preferences
  return language === 'system' ? side.systemLanguage : language
}

export function deskServices({
  places,
  side,
  settings,
  keeper,
  files,
  copies,
  openError,
  past,
  backups,
}: DeskParts): HostServices {
  const tokens = placeTokens()
  return {
    state(): HostState {
      const { preferences } = settings.read()
      const error = openError()
      return {
        version: side.version,
        host: side.kind,
        canBrowse: side.dialogs === null,
        canMakePdf: side.paperPdf !== null,
        canOpenFiles: side.opener !== null,
        book: (past.held() ?? keeper.held())?.state ?? null,
        recent: recentBooks(settings, tokens),
        preferences,
        systemLanguage: side.systemLanguage,
        systemUser: systemUserName(),
        openError: error ? { code: error.code, details: error.details } : null,
      }
    },
    async createBook({ folder, fileName: wantedName, ...book }) {
      const fileName = bookFileName(wantedName || book.companyName)
      if (side.dialogs && folder === null) {
        const picked = await side.dialogs.pick({ what: 'target', kind: 'book', name: fileName, title: '' }, null)
        return picked === null ? null : keeper.open(picked, book)
      }
      const target = folder === null ? places.home : tokens.pathOf(folder)
      return keeper.open(wantedName ? join(target, fileName) : freeBookPath(target, fileName), book)
    },
    openSample: () =>
      openSampleBook({
        dataFolder: places.data,
        now: Date.now() as Instant,
        keeper,
        language: languageOf(side, settings),
      }),
    openBook: (token) => keeper.open(tokens.pathOf(token), null),
    closeBook: () => keeper.close(),
    copies: copyServices({ keeper, tokens, files, porter: backups.porter }),
    merge: mergeDesk({ ...backups, keeper, tokens, files }),
    past,
    places: placeServices({
      home: places.home,
      tokens,
      dialogs: side.dialogs,
      openBook: () => keeper.held()?.path ?? null,
    }),
    books: booksServices({ keeper, settings, tokens, porter: backups.porter }),
    backups: backupServices({ ...backups, keeper, tokens }),
    forecasts: forecastServices({ keeper }),
    health: healthServices({ ...backups, keeper, tokens }),
    savePreferences: (preferences) => settings.write({ ...settings.read(), preferences }),
    cancelJob: (id) =>
      keeper.held()?.pool.cancelJob(id) || past.held()?.pool.cancelJob(id) || backups.porter.cancelJob(id),
    openFile(token) {
      return openShelvedFile(files.find(token), { opener: side.opener, copies, language: languageOf(side, settings) })
    },
    openOutside: (url) => openOutside(url, side.outside),
    paperPdf: (input) => paperFile(input, { book: past.held() ?? keeper.held(), files, engine: side.paperPdf }),
  }
}
