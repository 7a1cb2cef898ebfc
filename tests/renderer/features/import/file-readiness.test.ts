// What stands between a file and its import.
import { describe, expect, test } from 'vitest'
import { answerOf, asksSomething, readinessOf } from '#renderer/features/import/file-readiness.ts'
import { fileOf, inspectionOf, question } from './files.ts'

describe('readiness', () => {
  test.each([
    ['sending', fileOf({ token: null, inspection: null })],
    ['reading', fileOf({ inspection: null })],
    ['reading', fileOf({ isReading: true })],
    ['unreadable', fileOf({ failure: { code: 'import/old-excel', details: {} } })],
    ['unknown', fileOf({ inspection: inspectionOf({ kind: null }) })],
    ['ready', fileOf()],
  ])('%s', (state, file) => {
    expect(readinessOf(file).state).toBe(state)
  })

  test('names the needed fields that no column is on', () => {
    expect(readinessOf(fileOf({ columns: { Id: null } }))).toEqual({ state: 'lacks-columns', fields: ['externalId'] })
  })

  test('a question without a guess is open until it is answered', () => {
    const inspection = inspectionOf({ questions: [question({}), question({ key: 'decimal', guess: '.' })] })
    expect(readinessOf(fileOf({ inspection }))).toEqual({ state: 'open-questions', count: 1 })
    expect(readinessOf(fileOf({ inspection, answers: { dateOrder: 'dmy' } }))).toEqual({
      state: 'ready',
      guessedCount: 1,
    })
  })

  test('an answer stands over the guess', () => {
    expect(answerOf(fileOf(), question({ guess: 'mdy' }))).toBe('mdy')
    expect(answerOf(fileOf({ answers: { dateOrder: 'ymd' } }), question({ guess: 'mdy' }))).toBe('ymd')
  })

  test('a file that cannot be read asks nothing: there is no answer to give', () => {
    expect(asksSomething(fileOf({ failure: { code: 'import/empty', details: {} } }))).toBe(false)
    expect(asksSomething(fileOf({ inspection: inspectionOf({ kind: null }) }))).toBe(true)
  })
})
