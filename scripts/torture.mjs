// `npm run torture`: the kill, damage, merge and fuzz tests in full. They are ordinary tests in tests/torture/, of which
// `npm test` runs a seeded sample; QUAYSIDE_TORTURE=full lifts the sample. The specs of the window and of the screens in full,
// in all languages and both themes, come after them.
import { ensureReady } from './build.mjs'
import { ensureChromium } from './ensure-chromium.mjs'
import { programSettings, root, toolFile } from './places.mjs'
import { runProgram } from './run-program.mjs'

export async function run(args) {
  const node = await ensureReady()
  const env = { ...programSettings(), QUAYSIDE_TORTURE: 'full' }
  const code = await runProgram(node, [toolFile('vitest'), 'run', 'tests/torture', ...args], { cwd: root, env })
  return args.length > 0 ? code : (await specs(node, env)) || code
}

/** All of the window's specs from the unpacked program, of which `npm test` runs those that the place could change, and the screens'. */
async function specs(node, settings) {
  const env = { ...settings, QUAYSIDE_CHROMIUM: await ensureChromium(node), QUAYSIDE_LANGUAGES: 'all' }
  const words = [toolFile('@playwright/test', 'playwright'), 'test', '--project=window', '--project=browser']
  return runProgram(node, words, { cwd: root, env })
}
