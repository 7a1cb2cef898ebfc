// Where things are: the project's folders, the tools inside node_modules, the folder the person called from.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
export const outFolder = path.join(root, 'out')
export const modulesFolder = path.join(root, 'node_modules')

/** The JavaScript file behind a tool of node_modules, to be run with Node itself (works on Windows without a shell). */
export function toolFile(packageName, binName = packageName) {
  const folder = path.join(modulesFolder, packageName)
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return path.join(folder, typeof bin === 'string' ? bin : bin[binName])
}

/**
 * The folder that relative paths of the caller mean. npm runs scripts in the project's folder and keeps the caller's in
 * INIT_CWD; called from elsewhere without npm, an INIT_CWD would be left over from some outer npm and is not believed.
 */
export function callerFolder() {
  return process.cwd() === root && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd()
}

/** What Node compiled is kept: five threads of one program, and hundreds of tests, load the same files. */
export const codeCache = path.join(outFolder, 'code-cache')

/** The environment for programs of ours, built or not. */
export function programSettings() {
  return { NODE_COMPILE_CACHE: codeCache, ...process.env }
}

/** How a program of ours is started so that relative paths mean what the caller meant. */
export function callerSettings() {
  const cwd = callerFolder()
  return { cwd, env: { ...programSettings(), INIT_CWD: cwd } }
}
