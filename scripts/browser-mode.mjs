// Browser mode: the HTTP host under Node, and the system's browser opened at the address it prints.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { hasDisplay } from './display.mjs'
import { callerSettings, outFolder } from './places.mjs'
import { runProgram } from './run-program.mjs'

/** Runs until Ctrl+C (or until the host ends by itself); answers the exit code. */
export function openInBrowser(node, { book, port, open }) {
  const args = [path.join(outFolder, 'main', 'http.js')]
  if (book) args.push('--book', book)
  if (port) args.push('--port', port)
  return runProgram(node, args, {
    ...callerSettings(),
    // The channel lets the host notice when this process is killed, and leave too.
    stdio: ['inherit', 'pipe', 'inherit', 'ipc'],
    onStart: (host) => followOutput(host, open && hasDisplay()),
  })
}

function followOutput(host, isToOpen) {
  let address
  createInterface({ input: host.stdout }).on('line', (line) => {
    console.log(line)
    if (address) return
    address = line.match(/https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+\S*/)?.[0]
    if (address && isToOpen) openSystemBrowser(address)
  })
}

function openSystemBrowser(address) {
  const [file, ...args] = openers[process.platform] ?? ['xdg-open']
  const opener = spawn(file, [...args, address], { stdio: 'ignore', detached: true })
  // No such program: the address is on the screen anyway.
  opener.once('error', () => {})
  opener.unref()
}

const openers = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}
