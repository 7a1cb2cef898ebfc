// `npm test`: types, lint, unit and integration tests, packaging test, end-to-end tests; every step runs even when one
// before it failed, and the last line says how many tests passed. `npm test -- <words>` hands the words to vitest alone.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensureReady } from './build.mjs'
import { findRuntime, whyNoWindow } from './electron-runtime.mjs'
import { ensureChromium } from './ensure-chromium.mjs'
import { ensureInstalled } from './installation.mjs'
import { outFolder, programSettings, root, toolFile } from './places.mjs'
import { runProgram } from './run-program.mjs'
import { PlainFailure, say, seconds } from './say.mjs'
import { closingLine, readPlaywright, readVitest, sum } from './test-totals.mjs'

const reports = path.join(outFolder, 'test')
let chromium

export async function run(words) {
  if (words.length > 0)
    return runProgram(await ensureReady(), [toolFile('vitest'), 'run', ...words], { cwd: root, env: programSettings() })
  const node = await ensureInstalled()
  mkdirSync(reports, { recursive: true })
  const totals = []
  for (const [name, work] of Object.entries(steps)) totals.push(await step(name, () => work(node)))
  const total = sum(totals)
  console.log(closingLine(total))
  return total.failed > 0 ? 1 : 0
}

const steps = {
  // --force: TypeScript 7 keeps errors from its last run that a changed global declaration has settled, and might keep peace too.
  types: (node) => tool(node, ['typescript', 'tsc'], ['-b', '--force']),
  lint: (node) => tool(node, ['@biomejs/biome', 'biome'], ['check']),
  'unit and integration tests': (node) => vitest(node),
  'packaging test': (node) => playwright(node, 'packaging', ['packaging', 'packed-window']),
  'end-to-end tests': (node) => playwright(node, 'end-to-end', ['browser', unpacked(), ...electronItself()]),
}

async function step(name, work) {
  say(`\n== ${name}`)
  const started = Date.now()
  // Whatever stops a step (no browser, a failed build) is one failure of that step, and the others still run.
  const total = await work().catch((error) => {
    say(error instanceof PlainFailure ? error.message : String(error?.stack ?? error))
    return { passed: 0, failed: 1, skipped: 0 }
  })
  say(`== ${name}: ${closingLine(total)} (${seconds(Date.now() - started)})`)
  return total
}

async function tool(node, [packageName, bin], args) {
  const code = await runProgram(node, [toolFile(packageName, bin), ...args], { cwd: root })
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

async function vitest(node) {
  await ensureReady()
  const report = freshReport('vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  // Papers are printed by a real Chromium; without one those tests say so themselves, and all others still run.
  chromium ??= await ensureChromium(node).catch(() => undefined)
  const env = chromium ? { ...programSettings(), QUAYSIDE_CHROMIUM: chromium } : programSettings()
  const code = await runProgram(node, [toolFile('vitest'), 'run', ...reporters], { cwd: root, env })
  return readVitest(report, code)
}

/**
 * The window's specs all run from the packed program; from out/, which holds the same bundles, only those that load them in a
 * place of their own. `npm run torture` runs them all from there too, as does this where nothing can be packed.
 */
function unpacked() {
  return process.platform === 'linux' || findRuntime() ? 'window-in-short' : 'window'
}

/** The same specs run in Electron itself where its runtime is and a window can open. */
function electronItself() {
  const obstacle = whyNoWindow() ?? (findRuntime() ? undefined : "Electron's runtime is not installed")
  if (obstacle) say(`${obstacle}, so the window's specs run against its stand-in only.`)
  return obstacle ? [] : ['electron']
}

async function playwright(node, suite, projects) {
  await ensureReady()
  const report = freshReport(`${suite}.json`)
  chromium ??= await ensureChromium(node)
  const env = { ...programSettings(), QUAYSIDE_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const chosen = projects.map((project) => `--project=${project}`)
  const args = [toolFile('@playwright/test', 'playwright'), 'test', '--reporter=list,json', ...chosen]
  const code = await runProgram(node, args, { cwd: root, env })
  return readPlaywright(report, code)
}

/** An old report must never pass for the one of this run. */
function freshReport(name) {
  const file = path.join(reports, name)
  rmSync(file, { force: true })
  return file
}
