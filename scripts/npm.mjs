// Calls npm: the very one that runs us where there is one, else the one on PATH.
import path from 'node:path'
import { root } from './places.mjs'
import { runProgram } from './run-program.mjs'

/** Runs npm in the project's folder, its output on stderr; answers the exit code. */
export function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  // Called through `npm -s` we inherit its silence, and a failure would stay unexplained.
  const words = [...args, '--loglevel=error']
  const stdio = ['ignore', process.stderr, process.stderr]
  if (script && path.basename(script) === 'npm-cli.js')
    return runProgram(node ?? process.execPath, [script, ...words], { cwd: root, stdio })
  // npm.cmd starts only through a shell; the arguments are our own words and need no quoting.
  const isWindows = process.platform === 'win32'
  return runProgram(isWindows ? 'npm.cmd' : 'npm', words, { cwd: root, stdio, shell: isWindows })
}
