// Finds the Node that runs everything: the development dependency `node` (the line Electron embeds), else the machine's
// own from 22 on. better-sqlite3 13 crashes under Node 20, which many machines still have.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { npm } from './npm.mjs'
import { modulesFolder, outFolder } from './places.mjs'
import { PlainFailure, say } from './say.mjs'

const oldestOwnNode = 22
const fileName = process.platform === 'win32' ? 'node.exe' : 'node'
const packagedNode = path.join(modulesFolder, 'node', 'bin', fileName)

/** The packaged Node if it is there and runs on this machine. */
export function findNode() {
  return existsSync(packagedNode) && runs(packagedNode) ? packagedNode : undefined
}

/** Lets the package `node` fetch its binary from the registry (its install script is the one that must run). */
export async function fetchNode() {
  say('Fetching Node 24 …')
  const code = await npm(['rebuild', 'node', '--ignore-scripts=false'])
  const fetched = code === 0 ? findNode() : undefined
  if (fetched) return fetched
  if (Number.parseInt(process.versions.node, 10) >= oldestOwnNode) {
    say(`No Node 24 could be had for ${process.platform}-${process.arch}; this machine's ${process.version} serves.`)
    return process.execPath
  }
  throw new PlainFailure(
    `Quayside needs Node ${oldestOwnNode} or newer: none could be fetched for ${process.platform}-${process.arch}, ` +
      `and this machine has ${process.version}.`,
  )
}

/**
 * Windows does not delete a program that runs, and `npm ci` empties node_modules, perhaps with this very Node in it
 * (npm puts node_modules/.bin first on PATH). It may be moved, though: out of the way, to be deleted next time.
 */
export function stepAsideForInstall(running = process.execPath, platform = process.platform) {
  if (platform !== 'win32') return
  const aside = path.join(outFolder, 'old-node')
  rmSync(aside, { recursive: true, force: true, maxRetries: 1 })
  if (!running.toLowerCase().startsWith(modulesFolder.toLowerCase() + path.sep)) return
  mkdirSync(aside, { recursive: true })
  renameSync(running, path.join(aside, `${readdirSync(aside).length}-${process.pid}.exe`))
}

function runs(file) {
  const answer = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return answer.status === 0 && Number.parseInt(answer.stdout.slice(1), 10) >= oldestOwnNode
}
