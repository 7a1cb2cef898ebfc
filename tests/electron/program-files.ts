// Where the program lies that a spec starts.
import path from 'node:path'
import type { Shell } from './window-app.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** Made by the packaging spec: what electron-builder packed, taken out of its archive again. */
export function resourcesFolder(): string {
  return path.join(root, 'out', 'test', 'packed', 'resources')
}

/** The folder with the program's package.json. Packed, it bears the archive's name. */
export function appFolder(shell: Shell): string {
  return shell === 'packed' ? path.join(resourcesFolder(), 'app.asar') : root
}

export function entryFile(shell: Shell): string {
  return path.join(appFolder(shell), 'out', 'main', 'electron.js')
}
