// `npm run vectors | bench | shots`: each is tests/<name>/main.ts, bundled by Vite into out/tools/<name>.js (so that
// aliases, ?raw and import.meta.glob mean what they mean in the app) and run by Node from the caller's folder.
// The tool finds the project through QUAYSIDE_ROOT.
import path from 'node:path'
import { ensureReady } from './build.mjs'
import { callerFolder, outFolder, root } from './places.mjs'
import { runProgram, runQuietly } from './run-program.mjs'
import { PlainFailure } from './say.mjs'

export async function run(args, name) {
  const node = await ensureReady()
  const bundled = await runQuietly(node, [path.join(root, 'scripts', 'bundle-tool.mjs'), name], { cwd: root })
  if (bundled.code !== 0) throw new PlainFailure(bundled.output)
  const env = { ...process.env, QUAYSIDE_ROOT: root }
  return runProgram(node, [path.join(outFolder, 'tools', `${name}.js`), ...args], { cwd: callerFolder(), env })
}
