// Some tools (Biome, oxc-parser) come as one small package per platform. npm keeps in the lockfile only those it could see
// when the lockfile was made (npm/cli#4828), so another platform may miss its own: it is fetched at the exact version.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { npm } from './npm.mjs'
import { modulesFolder, root } from './places.mjs'
import { say } from './say.mjs'

export async function fetchMissingNativeParts() {
  const missing = topPackages().flatMap((manifest) => missingParts(manifest))
  if (missing.length === 0) return
  say(`Fetching what the lockfile lacks for this platform: ${missing.join(', ')} …`)
  const code = await npm(['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', ...missing])
  if (code !== 0) say('It could not be fetched; the tools that need it will say so themselves.')
}

/** `name@version` of the parts for this platform that a package names as optional and that are not there. */
export function missingParts(manifest, system = thisSystem(), isThere = isInstalled) {
  const parts = Object.entries(manifest.optionalDependencies ?? {})
  const ours = parts.filter(([name]) => fits(name, system))
  return ours.filter(([name]) => !isThere(name)).map(([name, version]) => `${name}@${version}`)
}

function fits(name, { platform, arch, isMusl }) {
  const [, libc] = name.match(new RegExp(`[-/]${platform}-${arch}(?:-(gnu|musl|msvc))?$`)) ?? [name, null]
  if (libc === null) return false
  return platform === 'linux' ? (libc === 'musl') === isMusl : true
}

function thisSystem() {
  const isMusl = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime
  return { platform: process.platform, arch: process.arch, isMusl }
}

function isInstalled(name) {
  return existsSync(path.join(modulesFolder, name, 'package.json'))
}

/** The manifests of the packages that package.json names and of what they bring directly under node_modules. */
function topPackages() {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  const withParts = Object.keys(lock).filter((place) => lock[place].optionalDependencies)
  const folders = withParts.map((place) => path.join(root, place)).filter((folder) => existsSync(folder))
  return folders.filter((folder) => readdirSync(folder).includes('package.json')).map(readManifest)
}

function readManifest(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
}
