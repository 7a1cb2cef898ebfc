import { TRPCClientError } from '@trpc/client'
import { describe, expect, test } from 'vitest'
import { CallFailure, failureOf, unreachable } from '#renderer/lib/call-failure.ts'
import { errorMessage, fieldErrors, fieldMessage, fieldMessages } from '#renderer/lib/error-message.ts'
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
      ],
    })
    expect(fieldErrors(en, failure, 'product')).toEqual({
      sku: 'This is needed.',
      'kitParts.0.quantity': 'This must be above zero.',
      id: 'This is too short or too small.',
    })
  })

  test('of an unknown kind have a sentence all the same', () => {
    expect(fieldMessage(en, 'something_new')).toBe('This value does not fit here.')
  })
})
