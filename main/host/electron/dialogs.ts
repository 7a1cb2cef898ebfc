// The system's own dialogs for picking a book.

import { join } from 'node:path'
import { dialog } from 'electron'
import { bookExtension } from '#main/host/book-names.ts'

const filters = [{ name: 'Quayside', extensions: [bookExtension.slice(1)] }]

export async function pickBook(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ filters, properties: ['openFile'] })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Where a new book goes; the dialog itself asks before it replaces a file, and the book refuses to. */
export async function pickNewBook(folder: string, fileName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({ filters, defaultPath: join(folder, fileName) })
  return canceled || !filePath ? null : filePath
}
