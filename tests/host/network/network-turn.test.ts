// The turn on a network: alive it is waited for, dead it is taken over, and whoever lost it knows.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type TurnTimes, takeTurn, turnHolder } from '#main/services/network/network-turn.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-turn-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let round = 0
let file = ''
beforeEach(() => {
  round += 1
  file = join(root, `book.quay-turn-${round}`)
})

/** No time passes but what is waited for; `meanwhile` is what others do in it. */
function times(meanwhile: (waits: number) => void | Promise<void> = () => {}): TurnTimes {
  let waits = 0
  return {
    beatMs: 1000,
    patienceMs: 5000,
    async wait() {
      waits += 1
      await meanwhile(waits)
    },
  }
}

test('is free, is held, is free again', async () => {
  const turn = await takeTurn(file, 0, times())
  expect(await turn?.isOurs()).toBe(true)
  expect(await takeTurn(file, 0, times())).toBe(null)
  await turn?.end()
  expect(existsSync(file)).toBe(false)
  const next = await takeTurn(file, 0, times())
  expect(next).not.toBe(null)
  await next?.end()
})

test('a heart that beats is not taken over, however long it is watched', async () => {
  writeFileSync(file, JSON.stringify({ token: 'alive', beat: 0 }))
  const alive = (waits: number) => writeFileSync(file, JSON.stringify({ token: 'alive', beat: waits }))
  expect(await takeTurn(file, 30_000, times(alive))).toBe(null)
  expect((await turnHolder(file))?.token).toBe('alive')
})

test('a heart that stands still while it is watched is taken over, and its owner sees that', async () => {
  const asleep = await takeTurn(file, 0, times())
  const turn = await takeTurn(file, 30_000, times())
  expect(await turn?.isOurs()).toBe(true)
  expect(await asleep?.isOurs()).toBe(false)
  // Awake again, it removes nothing that is not its own.
  await asleep?.end()
  expect((await turnHolder(file))?.token).toBe(turn?.token)
  await turn?.end()
})

test('of two that take over at once, one has it', async () => {
  writeFileSync(file, JSON.stringify({ token: 'dead', beat: 7 }))
  const rival = async (waits: number) => {
    // Puts its own token over ours just after we did.
    if ((await turnHolder(file))?.token !== 'dead') writeFileSync(file, JSON.stringify({ token: 'rival', beat: waits }))
  }
  expect(await takeTurn(file, 10_000, times(rival))).toBe(null)
})

test('a file that cannot be read as a note counts as one whose heart stands still', async () => {
  writeFileSync(file, '{"tok')
  const turn = await takeTurn(file, 30_000, times())
  expect(await turn?.isOurs()).toBe(true)
  await turn?.end()
})
