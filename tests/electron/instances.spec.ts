// One program, one window: a second start hands over what it was asked and goes.
import path from 'node:path'
import { expect } from '@playwright/test'
import { hostState, makeBook } from './calls.ts'
import { test } from './window-app.ts'

test('a second start goes at once and brings the first window forward', async ({ launch, startAgain }) => {
  const app = await launch()
  await app.firstWindow()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  expect(await startAgain([])).toBe(0)
  const state = () =>
    app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return { isMinimized: window?.isMinimized(), isFocused: window?.isFocused() }
    })
  await expect.poll(state).toEqual({ isMinimized: false, isFocused: true })
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

for (const words of [['--book', 'first.quay'], ['first.quay']])
  test(`a second start with ${words.join(' ')} opens that book in the first window`, async ({
    launch,
    startAgain,
    folder,
  }) => {
    const app = await launch()
    const page = await app.firstWindow()
    await makeBook(app, page, path.join(folder, 'first.quay'))
    await makeBook(app, page, path.join(folder, 'second.quay'))
    expect(await hostState(page)).toMatchObject({ book: { fileName: 'second.quay' } })
    expect(await startAgain(words)).toBe(0)
    await expect.poll(async () => (await hostState(page)).book?.fileName).toBe('first.quay')
  })

test('opens the book named on the command line', async ({ launch, folder }) => {
  const first = await launch()
  await makeBook(first, await first.firstWindow(), path.join(folder, 'named.quay'))
  await first.evaluate(({ app }) => app.quit())
  expect(await first.ended).toBe(0)
  const second = await launch({ args: ['--book', path.join(folder, 'named.quay')] })
  expect(await hostState(await second.firstWindow())).toMatchObject({ book: { fileName: 'named.quay' } })
})
