// `npm run torture`: the kill, damage, merge and fuzz tests in full. They are ordinary tests in tests/torture/, of which
// `npm test` runs a seeded sample; QUAYSIDE_TORTURE=full lifts the sample.
import { ensureReady } from './build.mjs'
import { root, toolFile } from './places.mjs'
import { runProgram } from './run-program.mjs'

export async function run(args) {
  const node = await ensureReady()
  const env = { ...process.env, QUAYSIDE_TORTURE: 'full' }
  return runProgram(node, [toolFile('vitest'), 'run', 'tests/torture', ...args], { cwd: root, env })
}
