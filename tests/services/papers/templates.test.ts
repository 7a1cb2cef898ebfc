// The user's own templates: copied, changed, taken from files; a broken one is refused with the reason and its line.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import { runInTime } from '#main/services/papers/engine/run-in-time.ts'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { paperHtml } from '#main/services/papers/paper-queries.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import { builtInTemplates } from '#main/services/papers/templates/built-in-templates.ts'
import {
  copyTemplate,
  removeTemplate,
  saveTemplate,
  setDefaultTemplate,
  uploadTemplate,
} from '#main/services/papers/templates/template-commands.ts'
import {
  checkTemplate,
  downloadTemplate,
  getTemplate,
  listTemplates,
} from '#main/services/papers/templates/template-queries.ts'
import { paperKinds } from '#shared/schemas/papers.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { testBook, testNow } from '#tests/support/test-book.ts'

const invoice = builtInTemplates.find(({ id }) => id === 'builtin:commercial-invoice')?.content ?? ''
const shelf = fileShelf(mkdtempSync(join(tmpdir(), 'quayside-templates-')))

function fileOf(content: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'quayside-template-')), 'mine.liquid')
  writeFileSync(path, content)
  return shelf.lend(path)
}

describe('built-in templates', () => {
  test('there is one for every kind, and each passes its own check', () => {
    const book = testBook()
    expect(new Set(builtInTemplates.map(({ header }) => header.kind))).toEqual(new Set(paperKinds))
    for (const { content } of builtInTemplates) expect(book.read((db) => checkTemplate(db, { content }))).toEqual([])
  })
})

describe('own templates', () => {
  test('are copied, changed, made the usual one, and taken away', () => {
    const book = testBook()
    const { id } = book.write((tx) => copyTemplate(tx, { id: 'builtin:commercial-invoice', name: 'Ours' }))
    const own = Number(id.slice(4))
    const { header, body } = book.read((db) => getTemplate(db, id))
    const wording = { ...header.wording, title: { en: 'Our invoice', zh: '我们的发票' } }
    book.write((tx) => saveTemplate(tx, { id: own, template: { header: { ...header, wording }, body } }))
    book.write((tx) => setDefaultTemplate(tx, id))
    const order = book.write((tx) => {
      const productId = makeProduct(tx, { sku: 'A', nameEn: 'A' })
      return makeOrder(tx, { lines: [{ productId, quantity: 1, unitPrice: '1' }] })
    })
    const asked = {
      kind: 'commercial_invoice' as const,
      record: { kind: 'order' as const, id: order },
      versionId: null,
    }
    const { wish } = book.read((db) => startPaper(db, asked, testNow))
    expect(wish.templateId).toBe(id)
    const paper = book.write((tx) => issuePaper(tx, wish))
    book.write((tx) => removeTemplate(tx, own))
    expect(book.read((db) => paperHtml(db, paper.id)).html).toContain('Our invoice')
    expect(book.read((db) => startPaper(db, asked, testNow)).wish.templateId).toBe('builtin:commercial-invoice')
    expect(() => book.read((db) => getTemplate(db, id))).toThrow('papers/no-template')
  })

  test('go out as a file and come in again; a taken name gets a number', () => {
    const book = testBook()
    book.write((tx) => copyTemplate(tx, { id: 'builtin:price-list', name: 'Fair 2026' }))
    const id = book.read((db) => listTemplates(db, 'price_list')).find(({ name }) => name === 'Fair 2026')?.id ?? ''
    const { token, name } = book.read((db) => downloadTemplate(db, shelf, id))
    expect(name).toBe('Fair 2026.liquid')
    const content = readFileSync(shelf.find(token).path, 'utf8')
    const again = book.write((tx) => uploadTemplate(tx, fileOf(content)))
    const taken = book.read((db) => getTemplate(db, again.id))
    expect(taken.name).toBe('Fair 2026 (2)')
    expect(taken.body).toBe(book.read((db) => getTemplate(db, id)).body)
    expect(() => book.write((tx) => copyTemplate(tx, { id, name: 'Fair 2026' }))).toThrow('papers/template-name-taken')
  })

  test('a built-in one cannot be changed', () => {
    const book = testBook()
    expect(() => book.write((tx) => removeTemplate(tx, 1))).toThrow('papers/no-template')
  })
})

describe('a broken template is refused with the reason and the line', () => {
  const bodyStart = invoice.split('\n').indexOf('---', 1) + 1
  const withLine = (text: string) => {
    const lines = invoice.split('\n')
    lines.splice(bodyStart + 4, 0, text)
    return lines.join('\n')
  }
  const inserted = bodyStart + 5

  test.each([
    ['no template', 'hello', 'papers/template-no-head', 1],
    ['a head that is no JSON', '---\n{\n  "format": 1,\n  x\n}\n---\nbody', 'papers/template-head-broken', 4],
    ['a newer form', invoice.replace('"format": 1', '"format": 9'), 'papers/template-newer', 3],
    ['an unknown setting', invoice.replace('"format": 1', '"format": 1, "speed": 3'), 'papers/template-head-field', 3],
    ['another program’s kind', invoice.replace('"commercial_invoice"', '"bill"'), 'papers/template-kind', 1],
    ['an unknown column', invoice.replace('{ "key": "sku"', '{ "key": "colour"'), 'papers/template-column', 1],
    ['a script', withLine('<script>1</script>'), 'papers/template-forbids-element', inserted],
    ['a handler', withLine('<p onclick="x">y</p>'), 'papers/template-forbids-attribute', inserted],
    ['a picture from elsewhere', withLine('<img src="http://x/y.png">'), 'papers/template-forbids-address', inserted],
    [
      'a style from elsewhere',
      withLine('<p style="background:url(//x)">y</p>'),
      'papers/template-forbids-style',
      inserted,
    ],
    ['another file', withLine("{% include '/etc/passwd' %}"), 'papers/template-reads-files', inserted],
    ['a misspelt field', withLine('{{ numbr }}'), 'papers/template-broken', inserted],
    ['a filter without a name', withLine('{{ number | }}'), 'papers/template-broken', inserted],
    ['a filter without a name in a tag', withLine('{% assign a = number | -%}'), 'papers/template-broken', inserted],
    ['an endless row of open tags', withLine('{% '.repeat(130_000)), 'papers/template-broken', inserted],
    ['an endless row of open fields', withLine('{{'.repeat(190_000)), 'papers/template-broken', inserted],
    ['an endless row of comments', withLine('{% comment %}'.repeat(25_000)), 'papers/template-broken', inserted],
    ['an endless row of open marks', withLine('{{"'.repeat(130_000)), 'papers/template-broken', inserted],
    [
      'a script behind a comment that is none',
      withLine("{{ '{% comment %}' }}<script>"),
      'papers/template-forbids-element',
      inserted,
    ],
    ['a tag left open', withLine('{% if number %}'), 'papers/template-broken', inserted],
    [
      'a loop without end',
      withLine('{% for i in (1..1000000000) %}x{% endfor %}'),
      'papers/template-too-large',
      inserted,
    ],
    [
      'markup hidden in Liquid',
      withLine("{% assign a = 'script' %}<{{ a }}>"),
      'papers/template-forbids-markup',
      inserted,
    ],
  ])('%s', { timeout: 10_000 }, (_name, content, code, line) => {
    const book = testBook()
    const found = runInTime(() => book.read((db) => checkTemplate(db, { content })), 8000)
    expect(found).toMatchObject([{ code, line }])
    expect(() => book.write((tx) => uploadTemplate(tx, fileOf(content)))).toThrow(code)
    expect(book.read((db) => listTemplates(db, 'commercial_invoice'))).toHaveLength(1)
  })

  test('comments and fields are no markup of it', () => {
    const content = withLine(
      "{% comment %}<script>{% endcomment %}{%- comment -%}{{ x | }}{%- endcomment -%}{{ '<a |' }}",
    )
    expect(testBook().read((db) => checkTemplate(db, { content }))).toEqual([])
  })
})
