// `npm run torture`: the kill, damage, merge and fuzz tests in full. They are ordinary tests in tests/torture/, of which
// `npm test` runs a seeded sample; QUAYSIDE_TORTURE=full lifts the sample. The window's specs in full come after them.
import { ensureReady } from './build.mjs'
import { ensureChromium } from './ensure-chromium.mjs'
import { programSettings, root, toolFile } from './places.mjs'
import { runProgram } from './run-program.mjs'

export async function run(args) {
  const node = await ensureReady()
  const env = { ...programSettings(), QUAYSIDE_TORTURE: 'full' }
  const code = await runProgram(node, [toolFile('vitest'), 'run', 'tests/torture', ...args], { cwd: root, env })
  return args.length > 0 ? code : (await windowSpecs(node)) || code
}

/** All of the window's specs from the unpacked program, of which `npm test` runs those that the place could change. */
async function windowSpecs(node) {
  const env = { ...programSettings(), QUAYSIDE_CHROMIUM: await ensureChromium(node) }
  const words = [toolFile('@playwright/test', 'playwright'), 'test', '--project=window']
  return runProgram(node, words, { cwd: root, env })
}
