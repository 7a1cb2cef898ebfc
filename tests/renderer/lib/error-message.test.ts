import { TRPCClientError } from '@trpc/client'
import { describe, expect, test } from 'vitest'
import { CallFailure, failureOf, unreachable } from '#renderer/lib/call-failure.ts'
import { errorMessage, fieldErrors, fieldMessage, fieldMessages, wholeMessage } from '#renderer/lib/error-message.ts'
import { translator } from '#shared/i18n/translate.ts'

const en = translator('en')
const zh = translator('zh-CN')

const taken = new CallFailure({ code: 'catalog/sku-taken', details: { sku: 'HP-1042' } })

describe('a failure', () => {
  test('is a sentence with its details in the reader’s language', () => {
    expect(errorMessage(en, taken)).toBe('Another product already has the SKU HP-1042. Choose another one.')
    expect(errorMessage(zh, taken)).toContain('HP-1042')
    expect(errorMessage(zh, taken)).not.toBe(errorMessage(en, taken))
  })

  test('is found inside what the client throws', () => {
    expect(failureOf(TRPCClientError.from(taken))).toEqual(taken.failure)
    expect(errorMessage(en, TRPCClientError.from(unreachable()))).toContain('does not answer')
  })

  test('may be given as it came over the wire', () => {
    expect(errorMessage(en, taken.failure)).toBe(errorMessage(en, taken))
  })

  test('without a sentence of its own still says what happened to the data', () => {
    const message = errorMessage(en, { code: 'future/unheard-of', details: {} })
    expect(message).toContain('future/unheard-of')
    expect(message).toContain('Nothing was changed')
  })

  test('of the screen’s own making is called a fault, with what it said', () => {
    expect(errorMessage(en, new TypeError('x is not a function'))).toContain('x is not a function')
  })

  test.each([
    ['SQLITE_FULL', 'the disk is full', '磁盘已满'],
    ['SQLITE_IOERR_WRITE', 'the disk reported an error', '磁盘报告了错误'],
    ['EACCES', 'the system does not let you', '系统不允许'],
    ['SQLITE_READONLY_DBMOVED', 'it can only be read there', '只能读取'],
  ])('says in words what the disk or the system calls %s', (reason, english, chinese) => {
    const failure = { code: 'copies/cannot-write', details: { name: 'a.quay', reason } }
    expect(errorMessage(en, failure)).toContain(english)
    expect(errorMessage(zh, failure)).toContain(chinese)
    expect(errorMessage(en, failure)).not.toContain(reason)
  })

  test('with several values in a detail lists them', () => {
    const failure = { code: 'screen/fault', details: { message: ['one', 'two'] } }
    expect(errorMessage(en, failure)).toContain('one, two')
  })
})

describe('field problems', () => {
  test('that a form found itself become sentences by field', () => {
    expect(fieldMessages(en, { name: 'required', 'lines.2.quantity': 'positive' })).toEqual({
      name: 'This is needed.',
      'lines.2.quantity': 'This must be above zero.',
    })
  })

  test('become sentences by field, without the part of the input that the form does not have', () => {
    const failure = new CallFailure({
      code: 'input/invalid',
      details: {},
      issues: [
        { path: 'product.sku', code: 'required' },
        { path: 'product.kitParts.0.quantity', code: 'positive' },
        { path: 'id', code: 'too_small' },
        { path: 'product.nameEn', code: 'too_big', expected: '≤ 200' },
        { path: 'product.kind', code: 'invalid_type', expected: 'string' },
      ],
    })
    expect(fieldErrors(en, failure, 'product')).toEqual({
      sku: 'This is needed.',
      'kitParts.0.quantity': 'This must be above zero.',
      id: 'This is too short or too small.',
      nameEn: 'This is too long or too large. Expected: ≤ 200.',
      kind: 'This value is missing or of the wrong kind.',
    })
  })

  test('are said with their field and what belongs there, where no field can say it', () => {
    const issues = [
      { path: 'ids.0', code: 'invalid_type', expected: 'number' },
      { path: 'kind', code: 'invalid_value', expected: 'single, kit' },
    ]
    const failure = { code: 'input/invalid', details: {}, issues }
    expect(wholeMessage(en, failure)).toBe(
      'Some fields need another look. ids.0: This value is missing or of the wrong kind. Expected: a number. ' +
        'kind: Choose one of the given values. Expected: single, kit.',
    )
    expect(wholeMessage(zh, failure)).toContain('ids.0：该值缺失或类型不对。 应为：数字。')
  })

  test('of an unknown kind have a sentence all the same', () => {
    expect(fieldMessage(en, 'something_new')).toBe('This value does not fit here.')
  })
})
