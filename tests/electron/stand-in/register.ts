// Loaded before the program (`node --import`): from here on `electron` means the stand-in, and the process looks like
// Electron's main process. Worker threads get no `electron` at all, as in Electron.
// https://www.electronjs.org/docs/latest/tutorial/multithreading
import { registerHooks } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const standIn = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron' && specifier !== 'electron/main') return next(specifier, context)
    if (!isMainThread) throw new Error("Cannot find package 'electron': worker threads have none")
    return { url: standIn, shortCircuit: true }
  },
})

if (isMainThread) {
  const { version } = (await import('electron/package.json', { with: { type: 'json' } })).default
  Object.defineProperty(process.versions, 'electron', { value: version })
  Object.assign(process, { type: 'browser', resourcesPath: process.env.STAND_IN_RESOURCES ?? process.cwd() })
  // A packaged program sees [program, …words]; node has its script between them.
  if (process.env.STAND_IN_RESOURCES) process.argv.splice(1, 1)
}
