// Only what puts ink on paper gets through.
import { describe, expect, test } from 'vitest'
import { checkMarkup } from '#main/services/papers/engine/page-check.ts'
import { runInTime } from '#main/services/papers/engine/run-in-time.ts'
import { AppError } from '#shared/errors.ts'

function refusalOf(html: string): AppError {
  try {
    checkMarkup(html)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`not refused: ${html}`)
}

describe('the check of a page', () => {
  test.each([
    ['element', '<script>1</script>'],
    ['element', '<SCRIPT src=x>'],
    ['element', '<iframe srcdoc="x">'],
    ['element', '<object data="x">'],
    ['element', '<embed>'],
    ['element', '<link rel="stylesheet">'],
    ['element', '<base href="/">'],
    ['element', '<form action="x">'],
    ['element', '<input>'],
    ['element', '<meta http-equiv="refresh" content="0;url=x">'],
    ['element', '<a href="x">y</a>'],
    ['element', '<svg><use xlink:href="#a"/></svg>'],
    ['element', '<svg><foreignObject>'],
    ['element', '<svg><image href="x"/></svg>'],
    ['element', '<template>'],
    ['element', '<noscript>'],
    ['attribute', '<p onclick="x">'],
    ['attribute', '<img src="data:image/png;base64,AA" onerror=x>'],
    ['attribute', '<img srcset="x 1x">'],
    ['attribute', '<table background="x">'],
    ['attribute', '<p/onclick="x">'],
    ['address', '<img src="https://x/y.png">'],
    ['address', '<img src="data:image/svg+xml;base64,AA">'],
    ['address', '<img src=" javascript:1">'],
    ['address', '<p src="data:image/png;base64,AA">'],
    ['style', '<p style="background:url(x)">'],
    ['style', '<p style="background:u\\72l(x)">'],
    ['style', '<p style="background:ur&#108;(x)">'],
    ['style', '<p style="background:url&lpar;x&rpar;">'],
    ['style', '<p style="width:expression(1)">'],
    ['style', '<style>@import "x";</style>'],
    ['style', '<style>p{background:URL (x)}</style>'],
    ['style', '<style>@font-face{}</style>'],
    ['style', '<style>p{background:image-set("x" 1x)}</style>'],
    ['markup', '<!-- x --><p>'],
    ['markup', '<![CDATA[x]]>'],
    ['markup', '<?xml ?>'],
    ['markup', '<p class="x'],
    ['markup', '<style>p{}'],
    ['markup', '< script>'],
    // What a browser reads otherwise than it looks.
    ['element', '<svg><style><meta http-equiv="refresh" content="0;url=x"><img src=x onerror=x></style></svg>'],
    ['element', '<svg><style>p{}</style></svg>'],
    ['element', '<svg><g><p>x</p></g></svg>'],
    ['element', '<g><path d=""/></g>'],
    ['markup', '<style\u00a0><meta http-equiv="refresh" content="0;url=x"><script>1</script></style>'],
    ['markup', '<style\u2028><script>1</script></style>'],
    ['markup', '<style/><script>1</script>'],
    ['markup', '<style>a{}</style\u00a0><script>1</script>'],
    ['markup', '<style>a{}</styles><script>1</script></style>'],
    ['markup', '<style>a{}<b></style>'],
    ['markup', '<svg width=5/><style><img src=x onerror=x></style></svg>'],
    ['markup', '<svg></svg></svg>'],
    ['markup', '<svg><path d=""/>'],
    ['markup', '<p class=x>'],
    ['markup', '<p\u00a0class="x">'],
    ['markup', '<p class="x"id="y">'],
    ['markup', '<p class="<script>">'],
    ['address', '<svg><rect fill="url(https://x/y.svg#a)"/></svg>'],
    ['address', '<svg><rect stroke="URL(#a)"/></svg>'],
    ['markup', '<svg><rect fill="u&#114;l"/></svg>'],
    ['address', '<svg><g transform="url(x)"/></svg>'],
    ['address', '<svg xmlns="http://www.w3.org/1999/xhtml"></svg>'],
    ['style', '<style>a{content:"/*";background:url(https://x/y)}b{content:"*/"}</style>'],
    ['style', '<style>a{content:"/*"}@import "//x";b{content:"*/"}</style>'],
    ['style', "<style>a{content:'\"'}@import '//x';b{content:'\"'}</style>"],
    ['style', '<style>a{content:"\n}@import "//x";b{content:"}</style>'],
    ['style', '<style>a{} /* never closed </style>'],
    ['style', '<style>p{background:-webkit-cross-fade(a,b,1%)}</style>'],
    ['style', '<style>p{background:paint(x)}</style>'],
    ['style', '<style>p{width:attr(data-x type(*))}</style>'],
    ['style', '<style>@layer a{}</style>'],
    ['style', '<style>@\u0000import "x";</style>'],
    ['style', '<p style="content:\'">'],
  ])('refuses by its %s: %s', (what, html) => {
    const { code, details } = refusalOf(`<p>one</p>\n<p>two</p>\n${html}`)
    expect(`${code}`).toMatch(new RegExp(`papers/template-forbids-(${what}|markup)$`))
    expect(details.line).toBe(3)
  })

  test('is done at once with what is long and broken', () => {
    for (const html of [
      '<'.repeat(300_000),
      `<p ${'a '.repeat(150_000)}<`,
      `<p ${'"'.repeat(300_001)}`,
      `<p class="${'a'.repeat(300_000)}`,
      `<style>${'/* '.repeat(100_000)}</style>`,
      `<style>${'"\''.repeat(150_000)}"</style>`,
      `<svg>${'<g transform="'.repeat(20_000)}`,
      `<svg><g transform="${'scale'.repeat(60_000)}?"/></svg>`,
    ])
      runInTime(() => expect(() => checkMarkup(html)).toThrow('papers/template-forbids'), 2000)
  })

  test('what a product is called is only text, whatever it looks like', () => {
    checkMarkup('<p title="url(https://x) &lt;b&gt;" class="a" aria-label="a: (b)">url(x) @import</p>')
  })

  test('lets through what papers are made of', () => {
    checkMarkup(
      '<header class="a" id="b" ><h1 lang="zh-CN" dir=\'ltr\'>x</h1><br/><img class="logo" alt="" src="data:image/png;base64,AAAA">' +
        '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><path stroke="#000" fill="rgb(0, 0, 0)" transform="rotate(-45 1 1)" stroke-width="1" d="M0 0"/></svg></header>' +
        '<table><colgroup><col style="width:10%"></colgroup><tbody><tr><td colspan="2">a &lt; b</td></tr></tbody></table>' +
        '<style>.a { content: "url(x) /*"; width: calc(1mm + 2px); } /* "note" */ @media print and (orientation:portrait) { ' +
        'p > b:not(.x) { color: rgb(0 0 0 / 50%) } } @page { @bottom-right { content: "Page " counter(page) } }</style>',
    )
  })
})
