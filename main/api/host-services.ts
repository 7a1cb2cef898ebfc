// What the host offers to its own procedures; each host implements it once.
import type { BackupServices } from '#main/api/host/backups-services.ts'
import type { BooksServices } from '#main/api/host/books-services.ts'
import type { CopyServices } from '#main/api/host/copies-services.ts'
import type { ForecastServices } from '#main/api/host/forecasts-services.ts'
import type { HealthServices } from '#main/api/host/health-services.ts'
import type { MergeServices } from '#main/api/host/merge-services.ts'
import type { PastServices } from '#main/api/host/past-services.ts'
import type { PlaceServices } from '#main/api/host/places-services.ts'
import type { BookState, HostState, NewBookInput, PaperPdfInput, Preferences } from '#shared/schemas/host.ts'

export interface HostServices {
  readonly backups: BackupServices
  readonly forecasts: ForecastServices
  readonly health: HealthServices
  readonly books: BooksServices
  readonly copies: CopyServices
  readonly places: PlaceServices
  readonly merge: MergeServices
  readonly past: PastServices
  state(): HostState
  createBook(input: NewBookInput): Promise<BookState | null>
  openSample(): Promise<BookState>
  openBook(token: string): Promise<BookState>
  closeBook(): Promise<void>
  savePreferences(preferences: Preferences): void
  cancelJob(id: string): boolean
  /** Opens a file of the shelf in the system's program for it, after asking; false when the user said no. */
  openFile(token: string): Promise<boolean>
  /** Opens a page of the world in the system's browser. */
  openOutside(url: string): Promise<void>
  /** A paper as PDF on the shelf. Hosts without an engine for it refuse: there the browser prints. */
  paperPdf(input: PaperPdfInput): Promise<{ token: string; name: string }>
}
