// Whose turn it is to write a book on a network: a small file beside it with a heart that beats. A machine that died holds no
// turn for ever: a heart that stands still while it is watched is dead, and the turn is taken over with a new token.
import { randomUUID } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

export type TurnNote = { token: string; beat: number }

export type TurnTimes = {
  /** How often a heart beats. */
  beatMs: number
  /** How long it may stand still while it is watched. */
  patienceMs: number
  wait: (ms: number) => Promise<void>
}

export const usualTimes: TurnTimes = {
  beatMs: 2000,
  patienceMs: 15_000,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

export type Turn = { readonly token: string; isOurs(): boolean; end(): void }

/** What the file says; null where there is none that can be read. */
export function turnHolder(file: string): TurnNote | null {
  try {
    const note = JSON.parse(readFileSync(file, 'utf8')) as Partial<TurnNote>
    return typeof note.token === 'string' && typeof note.beat === 'number' ? (note as TurnNote) : null
  } catch {
    return null
  }
}

/** Waits for the turn; null where another machine is alive and does not let go of it within `givesUpMs`. */
export async function takeTurn(file: string, givesUpMs: number, times: TurnTimes = usualTimes): Promise<Turn | null> {
  const token = randomUUID()
  let seen = heart(file)
  let stillMs = 0
  for (let waitedMs = 0; ; waitedMs += times.beatMs) {
    if (claim(file, token)) return hold(file, token, times)
    if (stillMs >= times.patienceMs && (await takeOver(file, token, times))) return hold(file, token, times)
    if (waitedMs >= givesUpMs) return null
    await times.wait(times.beatMs)
    const now = heart(file)
    // By our own clock alone: what theirs says counts for nothing.
    stillMs = now === seen ? stillMs + times.beatMs : 0
    seen = now
  }
}

function heart(file: string): string {
  const holder = turnHolder(file)
  return `${holder?.token} ${holder?.beat}`
}

/** Makes the file where there is none: the one step that only one of several machines can do. */
function claim(file: string, token: string): boolean {
  try {
    writeFileSync(file, JSON.stringify({ token, beat: 0 }), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Of several that take over at once, the one whose token stands there after a beat has it. */
async function takeOver(file: string, token: string, times: TurnTimes): Promise<boolean> {
  put(file, { token, beat: 0 })
  await times.wait(times.beatMs)
  return turnHolder(file)?.token === token
}

function hold(file: string, token: string, { beatMs }: TurnTimes): Turn {
  let beat = 0
  const isOurs = () => turnHolder(file)?.token === token
  const timer = setInterval(() => {
    beat += 1
    if (isOurs()) put(file, { token, beat })
  }, beatMs)
  timer.unref()
  return {
    token,
    isOurs,
    end() {
      clearInterval(timer)
      if (isOurs()) rmSync(file, { force: true })
    },
  }
}

/** Never half written; a beat that cannot be written now is written next time. */
function put(file: string, note: TurnNote): void {
  try {
    writeFileSync(`${file}.${note.token}`, JSON.stringify(note))
    renameSync(`${file}.${note.token}`, file)
  } catch {
    rmSync(`${file}.${note.token}`, { force: true })
  }
}
