import { beforeEach, expect, test } from 'vitest'
import { decide, stepDecision } from '#renderer/features/merge/decision-steps.ts'
import { decideAll, decideKind, undecided } from '#renderer/features/merge/decisions.ts'
import { getSession, newSession, setSession } from '#renderer/features/merge/merge-session.ts'

beforeEach(() => setSession(newSession('book')))

const one = decideAll('theirs')
const two = decideKind(one, 'product', 'ours')

test('each choice is taken back by itself, and made again', () => {
  decide(one)
  decide(two)
  stepDecision('undo')
  expect(getSession().decisions).toEqual(one)
  stepDecision('undo')
  expect(getSession().decisions).toEqual(undecided)
  stepDecision('undo')
  expect(getSession().decisions).toEqual(undecided)
  stepDecision('redo')
  stepDecision('redo')
  expect(getSession().decisions).toEqual(two)
})

test('a new choice leaves nothing to make again', () => {
  decide(one)
  stepDecision('undo')
  decide(two)
  stepDecision('redo')
  expect(getSession().decisions).toEqual(two)
})
