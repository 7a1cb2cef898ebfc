// `npm run pack`: installers of this platform by electron-builder, into dist/.
import { ensureReady } from './build.mjs'
import { root, toolFile } from './places.mjs'
import { runProgram } from './run-program.mjs'

export async function run(args) {
  const node = await ensureReady()
  return runProgram(node, [toolFile('electron-builder'), '--publish', 'never', ...args], { cwd: root })
}
