// What electron-builder packs: the bundles and better-sqlite3 with one binary, nothing else, and Electron's fuses set.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { resourcesFolder } from '../electron/program-files.ts'
import { type PackedProgram, pack, unpackFor, whyNotPacked } from './packed-program.ts'

test.describe.configure({ mode: 'serial' })
test.skip(whyNotPacked() !== undefined, whyNotPacked())

let packed: PackedProgram
let archive: string
let files: string[]

test.beforeAll(async () => {
  packed = await pack()
  archive = path.join(packed.resources, 'app.asar')
  // Folders are listed too; only they have no size.
  files = listPackage(archive, { isPack: false })
    .map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((name) => 'size' in statFile(archive, name))
})

test('holds the bundles and the driver, and nothing else', () => {
  const allowed = /^(package\.json|out\/(main|preload|renderer)\/.+|node_modules\/better-sqlite3\/.+)$/
  expect(files.filter((name) => !allowed.test(name))).toEqual([])
  const needed = [
    'package.json',
    'out/main/electron.js',
    'out/main/worker.js',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
    'node_modules/better-sqlite3/package.json',
    'node_modules/better-sqlite3/lib/index.js',
  ]
  expect(needed.filter((name) => !files.includes(name))).toEqual([])
})

test('holds no sources, no tests, no C++', () => {
  expect(files.filter((name) => /\.(tsx?|c|cpp|h|gyp|map)$|(^|\/)tests?\//.test(name))).toEqual([])
})

test("holds this platform's native binary alone, and that outside the archive", () => {
  const native = files.filter((name) => name.endsWith('.node'))
  expect(native).toEqual([`node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`])
  const unpacked = files.filter((name) => (statFile(archive, name) as { unpacked?: boolean }).unpacked)
  expect(unpacked).toEqual(native)
  expect(existsSync(path.join(`${archive}.unpacked`, native[0] ?? ''))).toBe(true)
})

test('starts at the bundle and needs only the driver', () => {
  const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>
  expect(manifest).toMatchObject({ main: 'out/main/electron.js', type: 'module', productName: 'Quayside' })
  expect(Object.keys(manifest.dependencies as object)).toEqual(['better-sqlite3'])
  expect(manifest.devDependencies).toBeUndefined()
})

test('has its fuses set', async () => {
  const wire = await getCurrentFuseWire(packed.program)
  const states = {
    runAsNode: wire[FuseV1Options.RunAsNode],
    nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
    asarIntegrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
    filePrivileges: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
  }
  expect(states).toEqual({
    runAsNode: FuseState.DISABLE,
    nodeOptions: FuseState.DISABLE,
    inspect: FuseState.DISABLE,
    asarIntegrity: FuseState.ENABLE,
    onlyAsar: FuseState.ENABLE,
    filePrivileges: FuseState.DISABLE,
  })
})

test('can be taken apart for the specs of the window', () => {
  unpackFor(resourcesFolder(), packed)
  expect(existsSync(path.join(resourcesFolder(), 'app.asar', 'out', 'main', 'electron.js'))).toBe(true)
})
