// `npm run quayside -- <verb> …`: the engine without a window. Stdout belongs to the verb alone.
import path from 'node:path'
import { ensureReady } from './build.mjs'
import { callerSettings, outFolder } from './places.mjs'
import { runProgram } from './run-program.mjs'

export async function run(args) {
  const node = await ensureReady()
  return runProgram(node, [path.join(outFolder, 'main', 'cli.js'), ...args], callerSettings())
}
