// Builds out/ when the sources are not those it was built from.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureInstalled } from './installation.mjs'
import { whileLocked } from './lock.mjs'
import { codeCache, outFolder, root, toolFile } from './places.mjs'
import { runQuietly } from './run-program.mjs'
import { PlainFailure, say, seconds } from './say.mjs'

const sourceFolders = ['main', 'shared', 'renderer', 'resources']
const sourceFiles = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json']
const stampFile = path.join(outFolder, 'built-from.txt')

/** Installs and builds if needed; answers the path of the Node to run with. */
export async function ensureReady() {
  const node = await ensureInstalled()
  await whileLocked(() => ensureBuilt(node))
  return node
}

async function ensureBuilt(node) {
  const wanted = sourcesHash()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  say('Building …')
  const started = Date.now()
  rmSync(stampFile, { force: true })
  // What was compiled of the last build is of no use to this one.
  rmSync(codeCache, { recursive: true, force: true })
  const { code, output } = await runQuietly(node, [toolFile('electron-vite'), 'build'], { cwd: root })
  if (code !== 0) throw new PlainFailure(`${output}\nThe build failed; what it said is above.`)
  writeFileSync(stampFile, wanted)
  say(`Built in ${seconds(Date.now() - started)}.`)
}

/** By content: a checkout that touches every file changes nothing. */
export function sourcesHash(folder = root) {
  const hash = createHash('sha256')
  for (const file of sourcePaths(folder))
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(folder, file)))
      .update('\0')
  return hash.digest('hex')
}

function sourcePaths(folder) {
  const inFolders = sourceFolders
    .filter((name) => existsSync(path.join(folder, name)))
    .flatMap((name) => filesBelow(folder, name))
  const files = [...inFolders, ...sourceFiles.filter((name) => existsSync(path.join(folder, name)))]
  return files.sort()
}

function filesBelow(folder, name) {
  const entries = readdirSync(path.join(folder, name), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
}
