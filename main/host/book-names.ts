// File names of books.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const bookExtension = '.quay'

/** A file name that every system takes, with the book's extension. */
export function bookFileName(text: string): string {
  const plain = text
    .replace(/\.quay$/i, '')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 80)
  return `${plain || 'book'}${bookExtension}`
}

/** A path in the folder that nothing has yet: `Name.quay`, `Name 2.quay`, … */
export function freeBookPath(folder: string, fileName: string): string {
  const stem = fileName.slice(0, -bookExtension.length)
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${stem}${count === 1 ? '' : ` ${count}`}${bookExtension}`)
    if (!existsSync(path)) return path
  }
}
