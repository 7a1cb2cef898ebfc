// Loaded before the program (`node --import`): from here on `electron` means the stand-in, and the process looks like
// Electron's main process. Worker threads get no `electron` at all, as in Electron.
// https://www.electronjs.org/docs/latest/tutorial/multithreading
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { isMainThread } from 'node:worker_threads'

const standIn = new URL('./electron.ts', import.meta.url).href
const resources = process.env.STAND_IN_RESOURCES
const packed = resources ? `${pathToFileURL(resources).href}/` : undefined

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron' && specifier !== 'electron/main')
      return insideArchive(next(specifier, context), context)
    if (!isMainThread) throw new Error("Cannot find package 'electron': worker threads have none")
    return { url: standIn, shortCircuit: true }
  },
})

/** On a user's machine there is no node_modules above the archive to fall back on. */
function insideArchive<Found extends { url: string }>(found: Found, { parentURL }: { parentURL?: string }): Found {
  const isAstray =
    packed && parentURL?.startsWith(packed) && found.url.startsWith('file:') && !found.url.startsWith(packed)
  if (isAstray) throw new Error(`the packed program reaches for ${found.url}, outside its archive`)
  return found
}

if (isMainThread) {
  const { version } = (await import('electron/package.json', { with: { type: 'json' } })).default
  Object.defineProperty(process.versions, 'electron', { value: version })
  Object.assign(process, { type: 'browser', resourcesPath: resources ?? process.cwd() })
  // A packaged program sees [program, …words]; node has its script between them.
  if (resources) process.argv.splice(1, 1)
}
