// What lies over the lower right of the screen: never a pile.
import { expect, test } from 'vitest'
import { spareMessages } from '#renderer/app/shell/spare-messages.ts'

const done = (id: string) => ({ id: `undo-${id}`, autoClose: 15_000 })
const said = (id: string) => ({ id })
const refused = (id: string) => ({ id, color: 'red' })

test('what was done gives way to what was done next', () => {
  expect(spareMessages([done('packed'), done('sent'), done('kept')])).toEqual(['undo-packed', 'undo-sent'])
  expect(spareMessages([said('a'), said('b')])).toEqual(['a'])
})

test('what can be taken back stays beside what is only said, and a refusal beside what was done', () => {
  expect(spareMessages([done('sent'), said('a')])).toEqual([])
  expect(spareMessages([refused('no'), done('sent')])).toEqual([])
  expect(spareMessages([refused('no'), refused('nor this')])).toEqual([])
})

test('of several kinds the two newest are there', () => {
  expect(spareMessages([refused('no'), done('sent'), said('a')])).toEqual(['no'])
  expect(spareMessages([refused('1'), refused('2'), refused('3')])).toEqual(['1'])
})

test('what waits for a press stays whatever comes', () => {
  expect(spareMessages([{ id: 'asks', autoClose: false }, done('1'), done('2'), said('a')])).toEqual(['undo-1'])
})
