// Starts a program and waits for its end; hands on the signals, so that Ctrl+C never leaves anything running.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const graceMs = 10_000
const isWindows = process.platform === 'win32'

/**
 * Runs to the end with the terminal attached (or `stdio`) and answers the exit code, 128 + n after signal n.
 * `onStart` gets the child.
 */
export async function runProgram(file, args, { onStart, ...options } = {}) {
  const child = spawn(file, args, { stdio: 'inherit', ...options })
  const release = handOnSignals(child)
  onStart?.(child)
  try {
    return await exitCodeOf(child)
  } finally {
    release()
  }
}

/** Runs quietly and answers `{ code, output }`, both streams in one text. Ended after `timeoutMs`, with code null. */
export async function runQuietly(file, args, { timeoutMs, ...options } = {}) {
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const release = handOnSignals(child)
  let output = ''
  const keep = (chunk) => {
    output += chunk
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  let isLate = false
  const late = timeoutMs && setTimeout(() => endLate(), timeoutMs)
  const endLate = () => {
    isLate = true
    child.kill('SIGKILL')
  }
  try {
    const code = await exitCodeOf(child)
    return { code: isLate ? null : code, output }
  } catch (error) {
    return { code: -1, output: String(error.message) }
  } finally {
    clearTimeout(late)
    release()
  }
}

function exitCodeOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

/** Returns the function that stops handing on. */
function handOnSignals(child) {
  let kill
  const stop = (signal) => {
    kill ??= setTimeout(() => child.kill('SIGKILL'), graceMs)
    if (!comesFromTerminal(signal)) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  const watch = watchParent(() => stop('SIGTERM'))
  return () => {
    clearTimeout(kill)
    clearInterval(watch)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop)
  }
}

/** A terminal gives Ctrl+C to every program in front: handing it on would make it two. Windows consoles always do. */
function comesFromTerminal(signal) {
  return signal === 'SIGINT' && (isWindows || process.stdin.isTTY === true)
}

/** npm runs scripts through a shell that may die of a signal without handing it on; then nobody is left to stop us. */
function watchParent(onGone) {
  if (isWindows || !process.env.npm_lifecycle_event) return undefined
  const parent = process.ppid
  return setInterval(() => process.ppid !== parent && onGone(), 1000).unref()
}
