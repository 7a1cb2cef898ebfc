// `npm run torture`: the kill, damage, merge and fuzz tests in full, and every other test that takes its size from
// tests/torture/torture-size.ts: ordinary tests, of which `npm test` runs a sample; QUAYSIDE_TORTURE=full lifts it. The specs
// of the window and of the screens in full, in all languages and both themes, come after them.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ensureReady } from './build.mjs'
import { ensureChromium } from './ensure-chromium.mjs'
import { programSettings, root, toolFile } from './places.mjs'
import { runProgram } from './run-program.mjs'

export async function run(args) {
  const node = await ensureReady()
  const env = { ...programSettings(), QUAYSIDE_TORTURE: 'full' }
  const tests = args.length > 0 ? ['tests/torture', ...args] : sizedTests()
  const code = await runProgram(node, [toolFile('vitest'), 'run', ...tests], { cwd: root, env })
  return args.length > 0 ? code : (await specs(node, env)) || code
}

function sizedTests() {
  const files = readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join('tests', file))
    .filter((file) => readFileSync(path.join(root, file), 'utf8').includes('torture-size.ts'))
}

/** All of the window's specs from the unpacked program, of which `npm test` runs those that the place could change, and the screens'. */
async function specs(node, settings) {
  const env = { ...settings, QUAYSIDE_CHROMIUM: await ensureChromium(node), QUAYSIDE_LANGUAGES: 'all' }
  const words = [toolFile('@playwright/test', 'playwright'), 'test', '--project=window', '--project=browser']
  return runProgram(node, words, { cwd: root, env })
}
