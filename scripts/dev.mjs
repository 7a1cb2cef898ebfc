// `npm run dev [-- --book FILE]`: the screens from Vite's dev server with hot reload, the engine from out/, rebuilt and
// restarted when its sources change. In the browser also where Electron could run: the window takes nothing but its own
// app:// page, and stays that strict. `npm start` shows the window.
import path from 'node:path'
import { ensureReady } from './build.mjs'
import { root } from './places.mjs'
import { runProgram } from './run-program.mjs'
import { readStartOptions } from './start-options.mjs'

export async function run(args) {
  const { book } = readStartOptions(args)
  const node = await ensureReady()
  const words = [path.join(root, 'scripts', 'dev-server.mjs'), ...(book ? [book] : [])]
  return runProgram(node, words, { cwd: root })
}
