// The word across a paper that does not count.
import { expect, test } from 'vitest'
import { markedPage } from '#shared/paper-mark.ts'

const page = '<!doctype html><html><head><title>x</title></head><body class="paper en"><p>1</p></body></html>'

test('the word stands first in the body, and the rest of the page stays as it is', () => {
  const marked = markedPage(page, 'DRAFT 草稿')
  expect(marked).toMatch(/<body class="paper en"><div style="position:fixed[^"]*">DRAFT 草稿<\/div><p>1<\/p><\/body>/)
  expect(marked.replace(/<div style=[^>]*>[^<]*<\/div>/, '')).toBe(page)
})

test('a word can bring nothing but its letters', () => {
  expect(markedPage(page, '<script>alert(1)</script>"')).toContain('>scriptalert1script</div>')
  expect(markedPage(page, '$&$1')).toContain('>1</div>')
})
