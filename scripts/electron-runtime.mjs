// Electron's runtime (a download of its own, apart from npm's packages): found, or fetched by Electron's own installer.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hasDisplay } from './display.mjs'
import { modulesFolder } from './places.mjs'
import { runQuietly } from './run-program.mjs'
import { say } from './say.mjs'

const folder = path.join(modulesFolder, 'electron')
const standstillMs = 30_000

const programs = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

/** Half a sentence if no window can open on this machine, whatever is installed. */
export function whyNoWindow(platform = process.platform, env = process.env, uid = process.getuid?.()) {
  if (!hasDisplay({ platform, env })) return 'There is no display here'
  if (platform === 'linux' && uid === 0) return 'Electron does not start as root'
  return undefined
}

/** The path of Electron's program if the right version is here. */
export function findRuntime() {
  const program = programs[process.platform] ?? 'electron'
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const file = path.join(elsewhere ?? path.join(folder, 'dist'), program)
  if (!existsSync(file)) return undefined
  return elsewhere || isRightVersion() ? file : undefined
}

function isRightVersion() {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const versionFile = path.join(folder, 'dist', 'version')
  // path.txt is what the installer writes last: without it the unpacking was cut short.
  return (
    existsSync(path.join(folder, 'path.txt')) &&
    existsSync(versionFile) &&
    readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === version
  )
}

/** `{ file }`, or `{ obstacle }`: half a sentence. A try that failed leaves nothing behind; the next start tries again. */
export async function fetchRuntime(node) {
  say("Fetching Electron's runtime (about 120 MB, once) …")
  const downloads = mkdtempSync(path.join(tmpdir(), 'quayside-electron-'))
  const env = { ...process.env, ELECTRON_GET_NO_PROGRESS: '1', TMPDIR: downloads, TEMP: downloads, TMP: downloads }
  const watch = watchGrowth([downloads, path.join(folder, 'dist')])
  const { code, output } = await runQuietly(node, [path.join(folder, 'install.js')], {
    cwd: folder,
    env,
    signal: watch.signal,
  })
  watch.stop()
  rmSync(downloads, { recursive: true, force: true })
  const file = findRuntime()
  if (code === 0 && file) return { file }
  return {
    obstacle: `Electron's runtime could not be fetched (${watch.signal.aborted ? 'nothing came any more' : reasonIn(output)})`,
  }
}

/** Ends a download that stands still: a slow line may take its time, a dead one may not. */
function watchGrowth(folders) {
  const end = new AbortController()
  let size = -1
  let since = Date.now()
  const timer = setInterval(() => {
    const now = folders.reduce((sum, each) => sum + sizeBelow(each), 0)
    if (now !== size) since = Date.now()
    size = now
    if (Date.now() - since > standstillMs) end.abort()
  }, 1000)
  return { signal: end.signal, stop: () => clearInterval(timer) }
}

function sizeBelow(top) {
  if (!existsSync(top)) return 0
  return readdirSync(top, { recursive: true, withFileTypes: true }).reduce((sum, entry) => sum + sizeOf(entry), 0)
}

function sizeOf(entry) {
  if (!entry.isFile()) return 0
  // A file may be moved to the cache while we count.
  return statSync(path.join(entry.parentPath ?? entry.path, entry.name), { throwIfNoEntry: false })?.size ?? 0
}

function reasonIn(output) {
  const cause = output.match(/\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|UND_ERR_\w+)\b/)?.[1]
  if (!cause && /fetch failed/.test(output)) return 'its server cannot be reached'
  const status = output.match(/Response code (\d+ \([^)]*\))/)?.[1]
  return cause ?? status ?? output.trim().split('\n')[0]?.slice(0, 160) ?? 'no reason given'
}
