// Lists as someone wants to see them again: search, filters, sort, columns.
import { z } from 'zod'
import { idField, requiredLine } from '#shared/schemas/fields.ts'
import { filterSchema, sortSchema } from '#shared/schemas/paging.ts'

/** A column as it stands: its width null where it takes the room that is left. */
const viewColumn = z.object({ key: z.string().max(60), width: z.number().nullable(), isHidden: z.boolean() })

export const viewState = z.object({
  search: z.string().max(200).default(''),
  filters: z.array(filterSchema).max(30).default([]),
  sort: z.array(sortSchema).max(4).default([]),
  archived: z.boolean().default(false),
  columns: z.array(viewColumn).max(200).default([]),
})
export type ViewState = z.output<typeof viewState>

const listName = z.string().min(1).max(60)

export const listViewsInput = z.object({ list: listName })

export const addViewInput = z.object({
  list: listName,
  name: requiredLine(80),
  isShared: z.boolean(),
  state: viewState,
})
export type AddViewInput = z.output<typeof addViewInput>

export const changeViewInput = z.object({
  id: idField,
  name: requiredLine(80).optional(),
  isShared: z.boolean().optional(),
  state: viewState.optional(),
})
export type ChangeViewInput = z.output<typeof changeViewInput>

export const removeViewInput = z.object({ id: idField })

/** `null`: the list opens as it is. */
export const defaultViewInput = z.object({ list: listName, id: idField.nullable() })

/** A view; shared with everyone where nobody's own. */
export type SavedView = { id: number; name: string; isShared: boolean; state: ViewState }

/** The views of a list that this person may use, and the one that it opens with on this machine. */
export type ListViews = { views: SavedView[]; defaultId: number | null }
