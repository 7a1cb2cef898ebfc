// The system's own dialogs for choosing files and folders.
import { join } from 'node:path'
import { app, type BaseWindow, dialog, type FileFilter, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import { openedWindow } from '#main/host/electron/window.ts'
import { extensionsOf, fileNameOf } from '#main/host/places/place-kinds.ts'
import type { PlaceDialogs } from '#main/host/places/place-services.ts'
import type { PlaceKind, PlaceWish } from '#shared/schemas/places.ts'

export const systemDialogs: PlaceDialogs = {
  pick: (wish, startFolder) =>
    wish.what === 'target' ? pickTarget(wish, startFolder) : pickExisting(wish, startFolder),
}

type Existing = Exclude<PlaceWish, { what: 'target' }>

async function pickExisting(wish: Existing, startFolder: string | null): Promise<string | null> {
  const options: OpenDialogOptions = {
    ...(wish.title === '' ? {} : { title: wish.title }),
    ...(startFolder === null ? {} : { defaultPath: startFolder }),
    ...(wish.what === 'file' ? { filters: filtersFor(wish.kinds) } : {}),
    properties: wish.what === 'file' ? ['openFile'] : ['openDirectory', 'createDirectory'],
  }
  const window = openedWindow()
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window as BaseWindow, options)
    : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}

/** The dialog itself asks before it replaces a file. */
async function pickTarget(
  wish: Extract<PlaceWish, { what: 'target' }>,
  startFolder: string | null,
): Promise<string | null> {
  const options: SaveDialogOptions = {
    ...(wish.title === '' ? {} : { title: wish.title }),
    filters: filtersFor([wish.kind]),
    defaultPath: join(startFolder ?? app.getPath('documents'), fileNameOf(wish.name, wish.kind)),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  }
  const window = openedWindow()
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window as BaseWindow, options)
    : dialog.showSaveDialog(options))
  return canceled || !filePath ? null : filePath
}

/** Dialogs know the last part of a name only: `copy.quay.age` ends in `age`. */
function filtersFor(kinds: readonly PlaceKind[]): FileFilter[] {
  const extensions = kinds.flatMap((kind) => extensionsOf[kind].map((extension) => extension.split('.').at(-1) ?? ''))
  return [{ name: 'Quayside', extensions: [...new Set(extensions)] }]
}
