// The single-instance lock of a user data folder, and the words of later instances to the one that holds it.
// https://www.electronjs.org/docs/latest/api/app#apprequestsingleinstancelockadditionaldata
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import path from 'node:path'

export type SecondInstance = { argv: string[]; workingDirectory: string; additionalData: unknown }

/** True for the first instance, which then hears of the others; synchronous, as Electron's is. */
export function takeInstanceLock(
  userData: string,
  own: SecondInstance,
  hear: (other: SecondInstance) => void,
): boolean {
  const letters = path.join(userData, 'stand-in-instances')
  const lock = path.join(userData, 'stand-in.lock')
  mkdirSync(letters, { recursive: true })
  if (!create(lock)) {
    const letter = path.join(letters, `${process.pid}.json`)
    writeFileSync(`${letter}.part`, JSON.stringify(own))
    renameSync(`${letter}.part`, letter)
    return false
  }
  process.once('exit', () => rmSync(lock, { force: true }))
  watch(letters, () => readLetters(letters, hear)).unref()
  return true
}

function create(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isAlive(Number(readFileSync(lock, 'utf8')))) return false
    writeFileSync(lock, String(process.pid))
    return true
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function readLetters(folder: string, hear: (other: SecondInstance) => void): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const file = path.join(folder, name)
    const letter = JSON.parse(readFileSync(file, 'utf8')) as SecondInstance
    rmSync(file)
    hear({ ...letter, argv: reordered(letter.argv) })
  }
}

/**
 * Chromium parts switches from what follows them and adds its own: "the order might change and additional arguments might
 * be appended" (event second-instance; electron/electron#20322).
 */
function reordered([program = '', ...words]: string[]): string[] {
  const isSwitch = (word: string) => word.startsWith('-')
  const own = ['--allow-file-access-from-files', '--original-process-start-time=13370000000000000']
  return [program, ...words.filter(isSwitch), ...own, ...words.filter((word) => !isSwitch(word))]
}
