// Puts files where a page can be given them.
import { writeFileSync } from 'node:fs'
import path from 'node:path'

/** Writes files into the test's folder; their paths. */
export function writeFiles(folder: string, files: Readonly<Record<string, Buffer | string>>): string[] {
  return Object.entries(files).map(([name, content]) => {
    const file = path.join(folder, 'files', name)
    writeFileSync(file, content)
    return file
  })
}
