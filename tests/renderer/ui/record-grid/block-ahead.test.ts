// The next block of a list, read before it is in sight.
import { expect, test } from 'vitest'
import { blockAhead } from '#renderer/ui/record-grid/block-ahead.ts'

function list(total = 1000) {
  const asked: number[] = []
  const ahead = blockAhead<number>(100)
  const read = (offset: number) => {
    asked.push(offset)
    return Promise.resolve({ rows: [offset], total })
  }
  return { asked, ahead, shown: (from: number, question = 'q') => ahead.read(question, { from, total, read }), read }
}

test('the block behind is read once, and given once', async () => {
  const { asked, ahead, shown } = list()
  shown(0)
  shown(0)
  expect(asked).toEqual([100])
  expect((await ahead.take('q', 100))?.rows).toEqual([100])
  expect(ahead.take('q', 100)).toBeUndefined()
})

test('upwards it is the block before; the first block is never read ahead, nor one behind the end', () => {
  const { asked, shown } = list(350)
  shown(200)
  shown(100)
  expect(asked).toEqual([300])
  shown(300)
  expect(asked).toEqual([300])
  shown(200)
  expect(asked).toEqual([300, 100])
})

test('another question, another block and a failure leave nothing to take', async () => {
  const { ahead, shown } = list()
  shown(100)
  expect(ahead.take('other', 200)).toBeUndefined()
  expect(ahead.take('q', 300)).toBeUndefined()
  const failing = blockAhead<number>(100)
  failing.read('q', { from: 0, total: 500, read: () => Promise.reject(new Error('gone')) })
  await Promise.resolve()
  await Promise.resolve()
  expect(failing.take('q', 100)).toBeUndefined()
})
