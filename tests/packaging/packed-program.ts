// Packs the program as `npm run pack` does, in a folder instead of an installer.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { extractAll } from '@electron/asar'
import { findRuntime } from '../../scripts/electron-runtime.mjs'
import { toolFile } from '../../scripts/places.mjs'
import { makeElectronDist } from './electron-dist.ts'

const root = path.join(import.meta.dirname, '..', '..')
const folder = path.join(root, 'out', 'test', 'packing')

export type PackedProgram = { program: string; resources: string }

/** Why nothing can be packed here, if so. */
export function whyNotPacked(): string | undefined {
  if (process.platform === 'linux' || findRuntime()) return undefined
  return `a stand-in for Electron exists for Linux only, and its runtime for ${process.platform} is not installed`
}

export async function pack(): Promise<PackedProgram> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const dist = await electronDist()
  const settings = [`electronDist=${dist}`, `directories.output=${path.join(folder, 'output')}`]
  const words = ['--dir', ...settings.map((setting) => `--config.${setting}`)]
  const env = { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' }
  const command = [toolFile('electron-builder'), ...words]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`electron-builder failed:\n${stdout}${stderr}`)
  return placesIn(path.join(folder, 'output'))
}

/** Takes the archive apart where the window's specs start it from (program-files.ts): resources/app.asar, as a folder. */
export function unpackFor(specs: string, { resources }: PackedProgram): void {
  rmSync(specs, { recursive: true, force: true })
  mkdirSync(specs, { recursive: true })
  extractAll(path.join(resources, 'app.asar'), path.join(specs, 'app.asar'))
}

async function electronDist(): Promise<string> {
  const runtime = findRuntime()
  if (process.platform !== 'linux' && runtime) return path.dirname(runtime).replace(/Electron\.app.*$/, '')
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
  const dist = path.join(folder, 'electron-dist')
  await makeElectronDist(dist, version)
  return dist
}

function placesIn(output: string): PackedProgram {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`
  if (process.platform === 'darwin') {
    const app = path.join(output, `mac${arch}`, 'Quayside.app')
    return { program: app, resources: path.join(app, 'Contents', 'Resources') }
  }
  const place = path.join(output, `${process.platform === 'win32' ? 'win' : 'linux'}${arch}-unpacked`)
  const program = path.join(place, process.platform === 'win32' ? 'Quayside.exe' : 'quayside')
  return { program, resources: path.join(place, 'resources') }
}
