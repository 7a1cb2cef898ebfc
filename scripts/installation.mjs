// Installs what package-lock.json says, when node_modules does not hold it yet.
// Scripts of packages stay off (.npmrc): from a lockfile npm would otherwise rebuild better-sqlite3 with a compiler.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { whileLocked } from './lock.mjs'
import { fetchNode, findNode, stepAsideForInstall } from './node-binary.mjs'
import { npm } from './npm.mjs'
import { modulesFolder, root } from './places.mjs'
import { PlainFailure, say, seconds } from './say.mjs'

const stampFile = path.join(modulesFolder, '.quayside-installed.json')

/** Installs if needed; answers the path of the Node that runs everything else. */
export function ensureInstalled() {
  return whileLocked(bringUpToDate)
}

async function bringUpToDate() {
  const stamp = wantedStamp()
  const known = readStamp()
  if (known?.stamp === stamp && existsSync(known.node)) return known.node
  if (!holdsWhatTheLockSays()) await install()
  const node = findNode() ?? (await fetchNode())
  writeFileSync(stampFile, JSON.stringify({ stamp, node }))
  return node
}

async function install() {
  say('Installing what package-lock.json lists (once) …')
  const started = Date.now()
  stepAsideForInstall()
  const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (code !== 0) throw new PlainFailure(`npm could not install the packages (exit code ${code}); its words are above.`)
  say(`Installed in ${seconds(Date.now() - started)}.`)
}

function wantedStamp() {
  const lock = readFileSync(path.join(root, 'package-lock.json'))
  return `${process.platform}-${process.arch}-${createHash('sha256').update(lock).digest('hex')}`
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return undefined // no stamp, or half a one: the installation is looked at in full
  }
}

/** npm keeps its own list of what it installed; somebody who ran `npm install` by hand need not install again. */
function holdsWhatTheLockSays() {
  const own = path.join(modulesFolder, '.package-lock.json')
  if (!existsSync(own)) return false
  const installed = JSON.parse(readFileSync(own, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([place, entry]) => place === '' || entry.optional || installed[place]?.version === entry.version,
  )
}
