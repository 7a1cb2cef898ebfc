// A title becomes a file's name wherever a file is made: PDF of a paper, export of a view.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameOfTitle, safeFileName } from '#main/domain/files/file-name.ts'

test('a title keeps its words; what is no part of a name becomes a space', () => {
  expect(nameOfTitle('PI-1: Mills & Söhne / 山本 "B"')).toBe('PI-1 Mills & Söhne 山本 B')
  expect(nameOfTitle('../../etc/passwd')).toBe('etc passwd')
  expect(nameOfTitle('a\u202eb\u0000c')).toBe('a b c')
  expect(nameOfTitle('CON')).toBe('_CON')
  expect(nameOfTitle(' . ')).toBe('')
  expect(nameOfTitle('x'.repeat(500))).toHaveLength(120)
})

test('whatever the title, the name with an ending is one that is safe already', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (title) => {
      const name = `${nameOfTitle(title) || 'paper'}.pdf`
      expect(safeFileName(name)).toBe(name)
    }),
  )
})
