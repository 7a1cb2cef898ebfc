// Where things live on this machine: the program's own folder of settings, and the user's documents.
import { mkdtempSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

export type Places = {
  /** Preferences, recent books, what this machine remembers of each book. */
  data: string
  /** Files on their way between screen and workers; gone with the session. */
  shelf: string
  home: string
}

/** The usual places of the platform; `QUAYSIDE_DATA` moves the program's own folder (tests, portable use). */
export function usualPlaces(): Places {
  const shelf = mkdtempSync(join(tmpdir(), 'quayside-'))
  return { data: process.env.QUAYSIDE_DATA ?? dataFolder(), shelf, home: homedir() }
}

function dataFolder(): string {
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'Quayside')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Quayside')
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'Quayside')
}
