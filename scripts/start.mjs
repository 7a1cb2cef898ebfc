// `npm start`: Quayside in its own window; where Electron cannot be had or cannot start, one sentence says why and
// browser mode opens.
import { openInBrowser } from './browser-mode.mjs'
import { ensureReady } from './build.mjs'
import { fetchRuntime, findRuntime, whyNoWindow } from './electron-runtime.mjs'
import { openInWindow } from './electron-window.mjs'
import { say } from './say.mjs'
import { readStartOptions } from './start-options.mjs'

export async function run(args) {
  const options = readStartOptions(args)
  const node = await ensureReady()
  if (options.web) return openInBrowser(node, options)
  const obstacle = await openWindow(node, options)
  if (typeof obstacle === 'number') return obstacle
  say(`${obstacle}, so Quayside opens in the browser instead.`)
  return openInBrowser(node, options)
}

/** The exit code of the window that was open, or the reason (half a sentence) why none could be. */
async function openWindow(node, options) {
  const obstacle = whyNoWindow()
  if (obstacle) return obstacle
  const found = findRuntime()
  const runtime = found ? { file: found } : await fetchRuntime(node)
  return runtime.file ? openInWindow(runtime.file, options) : runtime.obstacle
}
