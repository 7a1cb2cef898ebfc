// `npm run check`: types and lint, without tests.
import { ensureInstalled } from './installation.mjs'
import { root, toolFile } from './places.mjs'
import { runProgram } from './run-program.mjs'

export async function run() {
  const node = await ensureInstalled()
  const types = await runProgram(node, [toolFile('typescript', 'tsc'), '-b', '--force'], { cwd: root })
  const lint = await runProgram(node, [toolFile('@biomejs/biome', 'biome'), 'check'], { cwd: root })
  return types || lint
}
