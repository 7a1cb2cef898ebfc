// What is wrong with a template says where, also when no line of it is to blame.
import { expect, test } from 'vitest'
import { problemSentence } from '#renderer/features/papers/designer/problem-sentence.ts'
import { translator } from '#shared/i18n/translate.ts'

const t = translator('en')

test('the line where it is, or that it came out only in the page', () => {
  const style = { code: 'papers/template-forbids-style', details: { found: 'url(' } }
  expect(problemSentence(t, { ...style, line: 12 })).toMatch(/url\(.*line 12/)
  expect(problemSentence(t, { ...style, line: null })).toMatch(/url\(.*in the page that the template makes/)
  const slow = { code: 'papers/template-too-slow', details: { seconds: 3 }, line: null }
  expect(problemSentence(t, slow)).toMatch(/3 seconds.*in the page that the template makes/)
})

test('what has nothing to do with a page says nothing of it', () => {
  expect(problemSentence(t, { code: 'papers/template-too-large', details: {}, line: null })).not.toContain(
    'in the page',
  )
})
