// Whose turn it is to write a book on a network: a small file beside it with a heart that beats. A machine that died holds no
// turn for ever: a heart that stands still while it is watched is dead, and the turn is taken over with a new token. A share
// that hangs keeps only the asker waiting.
import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'

export type TurnNote = { token: string; beat: number }

export type TurnTimes = {
  /** How often a heart beats. */
  beatMs: number
  /** How long it may stand still while it is watched. */
  patienceMs: number
  wait: (ms: number) => Promise<void>
}

const usualTimes: TurnTimes = {
  beatMs: 2000,
  patienceMs: 15_000,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

export type Turn = { readonly token: string; isOurs(): Promise<boolean>; end(): Promise<void> }

/** What the file says; null where there is none that can be read. */
export async function turnHolder(file: string): Promise<TurnNote | null> {
  try {
    const note = JSON.parse(await readFile(file, 'utf8')) as Partial<TurnNote>
    return typeof note.token === 'string' && typeof note.beat === 'number' ? (note as TurnNote) : null
  } catch {
    return null
  }
}

/** Waits for the turn; null where another machine is alive and does not let go of it within `givesUpMs`. */
export async function takeTurn(file: string, givesUpMs: number, times: TurnTimes = usualTimes): Promise<Turn | null> {
  const token = randomUUID()
  let seen = await heart(file)
  let stillMs = 0
  for (let waitedMs = 0; ; waitedMs += times.beatMs) {
    if (await claim(file, token)) return hold(file, token, times)
    if (stillMs >= times.patienceMs && (await takeOver(file, token, times))) return hold(file, token, times)
    if (waitedMs >= givesUpMs) return null
    await times.wait(times.beatMs)
    const now = await heart(file)
    // By our own clock alone: what theirs says counts for nothing.
    stillMs = now === seen ? stillMs + times.beatMs : 0
    seen = now
  }
}

async function heart(file: string): Promise<string> {
  const holder = await turnHolder(file)
  return `${holder?.token} ${holder?.beat}`
}

/** Makes the file where there is none: the one step that only one of several machines can do. */
async function claim(file: string, token: string): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify({ token, beat: 0 }), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Of several that take over at once, the one whose token stands there after a beat has it. */
async function takeOver(file: string, token: string, times: TurnTimes): Promise<boolean> {
  await put(file, { token, beat: 0 })
  await times.wait(times.beatMs)
  return (await turnHolder(file))?.token === token
}

function hold(file: string, token: string, { beatMs }: TurnTimes): Turn {
  let beat = 0
  let beating: Promise<void> | null = null
  const isOurs = async () => (await turnHolder(file))?.token === token
  const beatOnce = async () => {
    beat += 1
    if (await isOurs()) await put(file, { token, beat })
  }
  // One beat at a time, however long the network takes for it.
  const timer = setInterval(() => {
    beating ??= beatOnce().finally(() => {
      beating = null
    })
  }, beatMs)
  timer.unref()
  return {
    token,
    isOurs,
    async end() {
      clearInterval(timer)
      await beating
      if (await isOurs()) await rm(file, { force: true })
    },
  }
}

/** Never half written; a beat that cannot be written now is written next time. */
async function put(file: string, note: TurnNote): Promise<void> {
  try {
    await writeFile(`${file}.${note.token}`, JSON.stringify(note))
    await rename(`${file}.${note.token}`, file)
  } catch {
    await rm(`${file}.${note.token}`, { force: true }).catch(() => {})
  }
}
