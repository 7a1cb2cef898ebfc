// Files and folders that someone chooses, as the screen knows them: by token and name, never by path.
import { z } from 'zod'

/** book: `.quay`; encrypted: `.quay.age` or `.age`; heads: a small `.json` that proves a book unaltered. */
const placeKinds = ['book', 'encrypted', 'heads'] as const
export type PlaceKind = (typeof placeKinds)[number]

const titleField = z.string().max(200)
const nameField = z.string().max(200)
const tokenField = z.string().min(1).max(100)

/** What is to be chosen: a file that is there, a folder, or a file that is to be written. */
export const placeWish = z.discriminatedUnion('what', [
  z.object({ what: z.literal('file'), kinds: z.array(z.enum(placeKinds)).min(1), title: titleField }),
  z.object({ what: z.literal('folder'), title: titleField }),
  z.object({ what: z.literal('target'), kind: z.enum(placeKinds), name: nameField, title: titleField }),
])
export type PlaceWish = z.output<typeof placeWish>

export const browsePlacesInput = z.object({
  /** Null begins where the open book lies, else at home. */
  folder: tokenField.nullable().default(null),
  kinds: z.array(z.enum(placeKinds)).default([]),
})

export const newFolderInput = z.object({ folder: tokenField, name: z.string().trim().min(1).max(120) })

export const targetInput = z.object({ folder: tokenField, name: nameField, kind: z.enum(placeKinds) })
export type TargetInput = z.output<typeof targetInput>

export type ChosenPlace = {
  token: string
  /** The file's or folder's own name. */
  name: string
  /** The name of the folder around it. */
  folder: string
  /** Whether something is there already; for a target, writing there replaces it. */
  exists: boolean
  size: number | null
  changedAt: number | null
}

export type PlaceFile = {
  token: string
  name: string
  kind: PlaceKind
  size: number
  changedAt: number
  /** The book that is open now. */
  isOpen: boolean
}

export type PlaceShortcut = {
  token: string
  kind: 'home' | 'documents' | 'desktop' | 'downloads' | 'book'
  name: string
}

/** A folder as browser mode shows it: the way down to it, the folders in it, and files of the kinds asked for. */
export type PlaceView = {
  token: string
  name: string
  crumbs: { token: string; name: string; isHome: boolean }[]
  shortcuts: PlaceShortcut[]
  folders: { token: string; name: string; changedAt: number }[]
  files: PlaceFile[]
  /** Whether files can be put here. */
  canWrite: boolean
}
