import { expect, test } from 'vitest'
import { guessAttachmentKind } from '#main/domain/attachments/guess-kind.ts'

test('a file says by its name what it is', () => {
  const guessed = (name: string, isPicture = false) => guessAttachmentKind(name, isPicture)
  expect(guessed('CI_2026-014.pdf')).toBe('invoice')
  expect(guessed('商业发票.pdf')).toBe('invoice')
  expect(guessed('Packing List SO-12.xlsx')).toBe('packing_list')
  expect(guessed('报关单.pdf')).toBe('customs')
  expect(guessed('MAWB 172-1.pdf')).toBe('transport')
  expect(guessed('REACH statement.pdf')).toBe('certificate')
  expect(guessed('Export-licence 2026.pdf')).toBe('licence')
  expect(guessed('mug.STEP')).toBe('drawing')
  expect(guessed('Re offer.eml')).toBe('message')
  expect(guessed('付款水单.jpg', true)).toBe('payment')
})

test('words inside other words are none; what says nothing is a picture or other', () => {
  expect(guessAttachmentKind('spirit.docx', false)).toBe('other')
  expect(guessAttachmentKind('circuits.pdf', false)).toBe('other')
  expect(guessAttachmentKind('IMG_2041.jpg', true)).toBe('picture')
  expect(guessAttachmentKind('', false)).toBe('other')
  expect(guessAttachmentKind('notes.constructor', false)).toBe('other')
})
