// The words after `npm start --`.
import path from 'node:path'
import { expect, test } from 'vitest'
import { readStartOptions } from '../../scripts/start-options.mjs'

const here = path.resolve('/books')

test('nothing said: the window, any port, the browser may open', () => {
  expect(readStartOptions([], here)).toEqual({ book: undefined, port: undefined, web: false, open: true })
})

test('all of them', () => {
  const options = readStartOptions(['--book', 'a b.quay', '--web', '--port', '8123', '--no-open'], here)
  expect(options).toEqual({ book: path.join(here, 'a b.quay'), port: '8123', web: true, open: false })
})

test.each([
  [['--boook', 'x']],
  [['--port', 'eighty']],
  [['--port', '65536']],
  [['--port', '-1']],
  [['stray.quay']],
  [['--book']],
])('%j is refused in one sentence', (words) => {
  expect(() => readStartOptions(words, here)).toThrow(/^[^\n]+$/)
})
