// Asks the system where a folder lies: its filesystem, and the traces of sync programs on the way to it.
import { execFile } from 'node:child_process'
import { readdir, readFile, statfs } from 'node:fs/promises'
import { delimiter, dirname, parse } from 'node:path'
import { promisify } from 'node:util'
import { truePath } from '#main/db/file-identity.ts'
import type { PlaceFacts } from '#main/host/opening/classify-place.ts'

/** How far up traces are looked for: nobody syncs a folder twenty levels deep by its root. */
const levelsUp = 12
const longestListing = 5000

/** Never throws: what the system does not tell is not known. */
export async function placeFacts(folder: string): Promise<PlaceFacts> {
  const real = truePath(folder)
  const fsType = await fileSystemOf(real)
  return {
    platform: process.platform,
    folder: real,
    fsType,
    fsNumber: fsType === null ? await fileSystemNumber(real) : null,
    markers: await markersAbove(real),
    syncedRoots: syncedRoots(),
    declaredNetwork: (process.env.QUAYSIDE_NETWORK_FOLDERS ?? '').split(delimiter).filter(Boolean).map(truePath),
  }
}

async function fileSystemOf(folder: string): Promise<string | null> {
  try {
    if (process.platform === 'linux')
      return mountedType(linuxMounts(await readFile('/proc/self/mountinfo', 'utf8')), folder)
    if (process.platform === 'darwin') {
      const { stdout } = await promisify(execFile)('/sbin/mount', { timeout: 2000 })
      return mountedType(macMounts(stdout), folder)
    }
  } catch {
    // A system without such a list: the number of the filesystem is asked for instead.
  }
  return null
}

type Mount = { at: string; type: string }

/** Lines as `36 35 98:0 / /mnt rw - nfs4 server:/x rw`; spaces in names are written as octal. */
export function linuxMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after] = line.split(' - ')
    const at = before.split(' ')[4]
    const type = after?.split(' ')[0]
    if (at === undefined || type === undefined) return []
    return [
      { at: at.replaceAll(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))), type },
    ]
  })
}

/** Lines as `//mei@server/share on /Volumes/share (smbfs, nodev)`. */
export function macMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const found = /^.+? on (.+) \(([^,)]+)[^)]*\)$/.exec(line)
    return found ? [{ at: found[1] ?? '', type: found[2] ?? '' }] : []
  })
}

/** The innermost mount that holds the folder; of several on one place the last covers the others. */
export function mountedType(mounts: readonly Mount[], folder: string): string | null {
  let best: Mount | null = null
  for (const mount of mounts) {
    const isAbove = mount.at === '/' || folder === mount.at || folder.startsWith(`${mount.at}/`)
    if (isAbove && (best === null || mount.at.length >= best.at.length)) best = mount
  }
  return best?.type ?? null
}

async function fileSystemNumber(folder: string): Promise<number | null> {
  try {
    return (await statfs(folder)).type
  } catch {
    return null
  }
}

async function markersAbove(folder: string): Promise<string[]> {
  const found: string[] = []
  let at = folder
  for (let level = 0; level < levelsUp && at !== parse(at).root; level += 1) {
    found.push(...(await namesIn(at)))
    at = dirname(at)
  }
  return found
}

/** Only names that could be a trace: hidden ones, and the one that is not. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder)
    return names.length > longestListing ? [] : names.filter((name) => /^\.|^seafile-ignore/.test(name))
  } catch {
    return []
  }
}

function syncedRoots(): PlaceFacts['syncedRoots'] {
  const named = [
    ['OneDrive', process.env.OneDrive],
    ['OneDrive', process.env.OneDriveCommercial],
    ['OneDrive', process.env.OneDriveConsumer],
  ] as const
  return named.flatMap(([service, folder]) => (folder ? [{ service, folder: truePath(folder) }] : []))
}
