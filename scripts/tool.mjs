// `npm run vectors | bench | shots`: each is tests/<name>/main.ts, bundled by Vite into out/tools/<name>.js (so that
// aliases, ?raw and import.meta.glob mean what they mean in the app) and run by Node from the caller's folder.
// The tool finds the project through QUAYSIDE_ROOT.
import path from 'node:path'
import { ensureReady } from './build.mjs'
import { callerSettings, outFolder, root } from './places.mjs'
import { runProgram, runQuietly } from './run-program.mjs'
import { PlainFailure } from './say.mjs'

export async function run(args, name) {
  const node = await ensureReady()
  const bundled = await runQuietly(node, [path.join(root, 'scripts', 'bundle-tool.mjs'), name], { cwd: root })
  if (bundled.code !== 0) throw new PlainFailure(bundled.output)
  const { cwd, env } = callerSettings()
  const words = [path.join(outFolder, 'tools', `${name}.js`), ...args]
  return runProgram(node, words, { cwd, env: { ...env, QUAYSIDE_ROOT: root } })
}
