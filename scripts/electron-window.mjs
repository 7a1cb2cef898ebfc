// Starts Electron on the built program and tells a window that was open from one that never could be.
import { callerSettings, root } from './places.mjs'
import { runProgram } from './run-program.mjs'

const startupMs = 15_000
const keptCharacters = 20_000

/** The exit code after a session, or half a sentence when Electron broke down while starting. */
export async function openInWindow(program, { book }) {
  const started = Date.now()
  let words = ''
  const args = book ? [root, '--book', book] : [root]
  const code = await runProgram(program, args, {
    ...windowSettings(),
    stdio: ['inherit', 'inherit', 'pipe'],
    onStart: (child) => {
      child.stderr.on('data', (chunk) => {
        words = (words + chunk).slice(-keptCharacters)
        process.stderr.write(chunk)
      })
    },
  }).catch((error) => error)
  if (typeof code !== 'number') return `Electron could not be started (${code.code ?? code.message})`
  const isEarly = Date.now() - started < startupMs
  return isEarly && brokeDown(code, words) ? `Electron could not start (${reasonIn(words, code)})` : code
}

/** Under ELECTRON_RUN_AS_NODE (some editors' terminals set it) Electron would be a bare Node. */
function windowSettings() {
  const { cwd, env } = callerSettings()
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env
  return { cwd, env: rest }
}

/** Chromium ends itself by a signal or with FATAL words when the sandbox or the display is missing. */
export function brokeDown(code, words) {
  const crashSignals = [128 + 4, 128 + 5, 128 + 6, 128 + 11]
  return crashSignals.includes(code) || (code !== 0 && /FATAL|Missing X server|cannot open shared object/i.test(words))
}

export function reasonIn(words, code) {
  const line = words.split('\n').find((each) => /FATAL|Missing X server|cannot open shared object/i.test(each))
  return line
    ? line
        .replace(/^\[[^\]]*\]\s*/, '')
        .trim()
        .slice(0, 200)
    : `it ended with code ${code}`
}
