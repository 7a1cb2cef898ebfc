// Only what puts ink on paper gets through.
import { describe, expect, test } from 'vitest'
import { checkMarkup } from '#main/services/papers/engine/page-check.ts'
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
  ])('refuses by its %s: %s', (what, html) => {
    const { code, details } = refusalOf(`<p>one</p>\n<p>two</p>\n${html}`)
    expect(`${code}`).toMatch(new RegExp(`papers/template-forbids-(${what}|markup)`))
    expect(details.line).toBe(3)
  })

  test('lets through what papers are made of', () => {
    checkMarkup(
      '<header class="a" id=b><h1 lang="zh-CN" dir=\'ltr\'>x</h1><br/><img class="logo" alt="" src="data:image/png;base64,AAAA">' +
        '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><path stroke="#000" stroke-width="1" d="M0 0"/></svg></header>' +
        '<table><colgroup><col style="width:10%"></colgroup><tbody><tr><td colspan="2">a &lt; b</td></tr></tbody></table>' +
        '<style>.a { content: "x"; } @media print { p { color: red } }</style>',
    )
  })
})
