// The four questions: the currency follows the country until someone chooses one.
import { expect, test } from 'vitest'
import {
  bookInput,
  emptyAnswers,
  newAnswers,
  readAnswers,
  withCountry,
} from '#renderer/features/welcome/new-book-answers.ts'
import { newBookInput } from '#shared/schemas/host.ts'

test('the currency follows the country', () => {
  const china = withCountry(emptyAnswers, 'CN')
  expect(china.baseCurrency).toBe('CNY')
  expect(withCountry(china, 'DE').baseCurrency).toBe('EUR')
  expect(withCountry(china, 'AQ').baseCurrency).toBe('CNY')
})

test('a chosen currency stays', () => {
  const chosen = { ...withCountry(emptyAnswers, 'CN'), baseCurrency: 'USD', isCurrencyChosen: true }
  expect(withCountry(chosen, 'DE')).toMatchObject({ country: 'DE', baseCurrency: 'USD' })
})

test('the answers are what the host takes; the company must be named', () => {
  const answers = withCountry({ ...emptyAnswers, companyName: ' Harbour & Pine ' }, 'CN')
  expect(newBookInput.parse(bookInput(answers, null))).toMatchObject({
    companyName: 'Harbour & Pine',
    baseCurrency: 'CNY',
    folder: null,
  })
  expect(newBookInput.safeParse(bookInput({ ...answers, companyName: ' ' }, null)).success).toBe(false)
})

test('someone makes the book: the name that the system has is offered, and one is needed', () => {
  const answers = withCountry({ ...newAnswers('mei'), companyName: 'Harbour' }, 'CN')
  expect(readAnswers(answers, null)).toMatchObject({ ok: true, value: { ownerName: 'mei' } })
  expect(readAnswers({ ...answers, ownerName: ' ' }, null)).toEqual({ ok: false, problems: { ownerName: 'required' } })
  expect(readAnswers({ ...answers, ownerName: '', companyName: '' }, null)).toEqual({
    ok: false,
    problems: { ownerName: 'required', companyName: 'required' },
  })
})
