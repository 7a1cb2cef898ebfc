// Hostile templates are stopped and refused; honest text comes out as text.
import { describe, expect, test } from 'vitest'
import { renderBody } from '#main/services/papers/engine/liquid-engine.ts'
import { escapeText } from '#main/services/papers/engine/paper-markup.ts'
import { runInTime } from '#main/services/papers/engine/run-in-time.ts'
import { AppError } from '#shared/errors.ts'

const render = (body: string, data: object = {}, limitMs = 1500) => renderBody(body, data, { language: 'en', limitMs })

/** The code of the refusal. */
function refusalOf(work: () => unknown): { code: string; details: Record<string, unknown> } {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: { ...error.details } }
    throw error
  }
  throw new Error('not refused')
}

const endless = /papers\/template-too-(slow|large)/

describe('what does not end', () => {
  test.each([
    ['a range of a thousand million', '{% for i in (1..1000000000) %}x{% endfor %}'],
    [
      'loops in loops',
      '{% for a in (1..1000) %}{% for b in (1..1000) %}{% for c in (1..1000) %}{{ c }}{% endfor %}{% endfor %}{% endfor %}',
    ],
    ['empty loops in loops', nested(8, '')],
    ['a text that doubles by append', `{% assign s = 'xx' %}${'{% assign s = s | append: s %}'.repeat(60)}{{ s }}`],
    [
      'a text that doubles by capture',
      `{% assign s = 'xx' %}${'{% capture s %}{{ s }}{{ s }}{% endcapture %}'.repeat(60)}{{ s }}`,
    ],
    ['a long text printed again and again', nested(5, 'x'.repeat(50_000))],
    ['a captured mountain', `{% capture s %}${nested(5, 'x'.repeat(50_000))}{% endcapture %}{{ s | upcase }}`],
    [
      'a filter over a growing text in a loop',
      `{% assign s = 'x y ' %}${nested(6, '{% assign s = s | append: s | upcase %}')}`,
    ],
  ])('%s is stopped', (_name, body) => {
    expect(refusalOf(() => render(body)).code).toMatch(endless)
  })

  test('a loop between two steps of LiquidJS is broken off by V8 itself', () => {
    const { code } = refusalOf(() =>
      runInTime(() => {
        for (;;);
      }, 100),
    )
    expect(code).toBe('papers/template-too-slow')
  })

  test('a pattern that backtracks without end is broken off too', () => {
    const { code } = refusalOf(() => runInTime(() => /^(a+)+$/.test(`${'a'.repeat(60)}b`), 100))
    expect(code).toBe('papers/template-too-slow')
  })
})

function nested(depth: number, inner: string): string {
  const open = Array.from({ length: depth }, (_, at) => `{% for v${at} in (1..1000) %}`).join('')
  return open + inner + '{% endfor %}'.repeat(depth)
}

describe('what reaches outside', () => {
  test.each(["{% include '/etc/passwd' %}", "{% render 'other' %}", "{% layout 'x' %}", '{% block a %}{% endblock %}'])(
    '%s is refused with its line',
    (tag) => {
      expect(refusalOf(() => render(`one\ntwo ${tag}`))).toMatchObject({
        code: 'papers/template-reads-files',
        details: { line: 2 },
      })
    },
  )

  test.each([
    '{{ a | raw }}',
    '{{ a | replace: "a", "b" }}',
    '{{ a | split: "" }}',
    '{{ missing }}',
    '{% tablerow i in a %}{% endtablerow %}',
    '{{ a',
  ])('%s is refused', (body) => {
    expect(refusalOf(() => render(body, { a: 'a' })).code).toBe('papers/template-broken')
  })

  test('nothing of JavaScript is in sight', () => {
    for (const path of ['constructor', '__proto__', 'toString', 'a.constructor', 'a.__proto__.constructor'])
      expect(refusalOf(() => render(`{{ ${path} }}`, { a: { b: 1 } })).code).toBe('papers/template-broken')
  })
})

describe('text', () => {
  test('every field is only text', () => {
    const attack = `<script>alert("1")</script> & 'x' \``
    const out = render('<p title="{{ a }}">{{ a }}</p>', { a: attack })
    expect(out).not.toContain('<script')
    expect(out).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; &#96;')
  })

  test('captured and appended text is escaped once more, never less', () => {
    expect(render('{% capture c %}{{ a }}{% endcapture %}{{ c }}{{ a | append: a }}', { a: '<i>' })).not.toContain(
      '<i>',
    )
  })

  test('signs that turn the direction or control a device are gone; lines stay', () => {
    expect(escapeText('a\u202eb\u2066c\u0000d\u0007e\r\nf\u2028g\u200fh')).toBe('abcde\nf\ngh')
    expect(escapeText('²³µ Crème 橡木 🪑')).toBe('²³µ Crème 橡木 🪑')
  })

  test('a pair is printed in the paper’s language, or both where they differ', () => {
    const data = { name: { en: 'Oak', zh: '橡木' }, code: { en: 'X1', zh: 'X1' }, half: { en: '', zh: '只有' } }
    const body = '{{ name }}|{{ code }}|{{ half }}'
    expect(renderBody(body, data, { language: 'en' })).toBe('Oak|X1|只有')
    expect(renderBody(body, data, { language: 'zh-CN' })).toBe('橡木|X1|只有')
    expect(renderBody(body, data, { language: 'both' })).toBe(
      '<span class="en">Oak</span> <span class="zh" lang="zh-CN">橡木</span>|X1|只有',
    )
  })

  test('pictures come from the book only', () => {
    const print = (source: string) => render("{{ a | picture: 'logo' }}", { a: source })
    expect(print('data:image/png;base64,AAAA')).toContain('<img class="logo"')
    for (const source of [
      'https://x/y.png',
      'data:image/svg+xml;base64,AAAA',
      'data:image/png;base64,A" onload="x',
      'javascript:1',
    ])
      expect(print(source)).toBe('')
  })

  test('barcodes are drawn as shapes of the size asked for', () => {
    const svg = render("{{ a | barcode: 'ean13', 40, 12 }}", { a: '4006381333931' })
    expect(svg).toMatch(/^<svg class="barcode"[^>]*style="width:40mm;height:12mm"/)
    expect(render("{{ a | barcode: 'ean13', 40, 12 }}", { a: '4006381333932' })).toBe('')
  })
})
