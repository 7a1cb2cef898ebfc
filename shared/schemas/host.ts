// What the host itself answers: books, places on this machine (as tokens, never as paths), preferences, jobs.
import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { countryField, currencyField, idField, lineField, requiredLine, timeZoneField } from '#shared/schemas/fields.ts'

export const newBookInput = z.object({
  companyName: requiredLine(200),
  country: countryField,
  baseCurrency: currencyField,
  ownerName: lineField(100),
  timeZone: timeZoneField,
  /** Where: a folder's token and a file name; left out, the host asks or takes its usual folder. */
  folder: z.string().nullable().default(null),
  fileName: lineField(120),
})
export type NewBookInput = z.output<typeof newBookInput>

export const preferencesSchema = z.object({
  language: z.enum(['system', 'en', 'zh-CN']).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Groups of the sidebar that show their heading only. */
  foldedGroups: z.array(z.string().max(40)).max(40).default(['safety', 'book']),
})
export type Preferences = z.output<typeof preferencesSchema>

/** A word across every page of what does not count: a draft, a void paper. Empty for none. */
const markField = z.string().max(40).default('')

/** An issued paper, or one that is only wished for; the worker that makes its page checks the wish. */
export const paperPdfInput = z.union([
  z.object({ paperId: idField, mark: markField }),
  z.object({ wish: z.unknown(), mark: markField }),
])
export type PaperPdfInput = z.output<typeof paperPdfInput>

/**
 * `in-use`: another program writes the book; `read-only`: its file or folder lets nobody, so a private copy is shown;
 * `past`: as it was on a day; `moved`: the file is not where it was; `backup`: a copy of a backup, to look into.
 */
export type ReadReason = 'in-use' | 'read-only' | 'past' | 'moved' | 'backup'

/** Whether the open book can be written, and why not. */
export type BookAccess =
  | { mode: 'write' }
  /** `isFree`: the other program has let go of the book, and it can be written here. */
  | { mode: 'read'; reason: 'in-use'; isFree: boolean }
  /** `movedTo`: the name that it has now, where it lies in the same folder. */
  | { mode: 'read'; reason: 'moved'; movedTo: string | null }
  | { mode: 'read'; reason: 'read-only' }
  /** A backup that somebody looks into; the book it is of is opened again when they have seen enough. */
  | { mode: 'read'; reason: 'backup' }
  | { mode: 'read'; reason: 'past'; day: Day }

/** Where the file lies: a network folder is worked on as a local copy; a synced one warns. */
export type BookPlace = 'local' | 'network' | 'synced'

/** A book on a network is worked on as a copy on this machine, which is brought together with it. */
export type NetworkState = {
  /** False while the network's folder cannot be reached. */
  isReachable: boolean
  /** How many operations of others the last coming together brought in. */
  cameIn: number
  /** Why ours are not there yet, as an error's code. */
  problem: string | null
  /** When both were last the same; null when they never were. */
  togetherAt: number | null
}

/** A book as the shell shows it. */
export type BookState = BookFacts & {
  fileName: string
  access: BookAccess
  place: BookPlace
  /** The sync program or the kind of network by its own name; empty where it has none. */
  service: string
  /** The program that had it open last ended without closing it; nothing that was saved is lost. */
  wasCutOff: boolean
  network: NetworkState | null
  /** Whether the place is still to be warned of. */
  warnsOfPlace: boolean
}

/** What a book says of itself. */
export type BookFacts = {
  uid: string
  companyName: string
  companyNameZh: string
  country: string
  baseCurrency: string
  timeZone: string
  isSample: boolean
  /** Who uses this copy on this machine. */
  person: { id: number; name: string; nameZh: string } | null
}

export type RecentBook = {
  token: string
  fileName: string
  folder: string
  companyName: string
  exists: boolean
  isPinned: boolean
  /** When it was last opened here; 0 where nobody noted it. */
  openedAt: number
}

export type HostState = {
  version: string
  host: 'electron' | 'http'
  /** False where the host shows its own open dialog. */
  canBrowse: boolean
  /** Whether `paperPdf` makes PDFs; where not, the browser's print dialog does. */
  canMakePdf: boolean
  /** Whether `openFile` hands files to the system's programs; where not, they are saved. */
  canOpenFiles: boolean
  book: BookState | null
  recent: RecentBook[]
  preferences: Preferences
  systemLanguage: 'en' | 'zh-CN'
  /** Who is at this machine, as the system knows them: a name to begin with. */
  systemUser: string
  /** Set when a book could not be opened at start, e.g. by `--book`. */
  openError: { code: string; details: Record<string, unknown> } | null
}
