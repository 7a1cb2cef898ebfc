import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribute, scanXml, XmlTooLong } from '#main/services/import/reading/xlsx/scan-xml.ts'
import { unescapeOffice, unescapeXml } from '#main/services/import/reading/xlsx/unescape-xml.ts'

/** The events as text, parts of one text joined. */
function told(pieces: readonly string[]): string {
  let log = ''
  const scanner = scanXml({
    open: (name) => {
      log += `<${name}>`
    },
    close: (name) => {
      log += `</${name}>`
    },
    text: (text) => {
      log += text
    },
  })
  for (const piece of pieces) scanner.write(piece)
  return log
}

const document =
  '<?xml version="1.0"?><!DOCTYPE x><x:a xmlns:x="u"><!-- <b> --><b c="1>2" d=\'"\'/>t &amp; &#20013;<![CDATA[<raw>&amp;]]></x:a >'

describe('events of XML', () => {
  it('are its elements and text, without prefixes, comments and declarations', () => {
    expect(told([document])).toBe('<a><b></b>t & 中<raw>&amp;</a>')
  })

  it('are the same however the text is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (size) => {
        const pieces = Array.from({ length: Math.ceil(document.length / size) }, (_, at) =>
          document.slice(at * size, (at + 1) * size),
        )
        expect(told(pieces)).toBe(told([document]))
      }),
    )
  })

  it('keep no long text and refuse a tag without end', () => {
    const blanks = ' '.repeat(65_536)
    let length = 0
    const scanner = scanXml({ open() {}, close() {}, text: (text) => (length += text.length) })
    for (let count = 0; count < 2000; count += 1) scanner.write(blanks)
    expect(length).toBe(2000 * 65_536)
    scanner.write('<c ')
    expect(() => {
      for (let count = 0; count < 20; count += 1) scanner.write(blanks)
    }).toThrow(XmlTooLong)
  })
})

describe('attributes', () => {
  it.each([
    ['c r="A1" s="3" t="s"', 's', '3'],
    ['c rs="x" r="A1"', 'r', 'A1'],
    ["c r='A&lt;1'", 'r', 'A<1'],
    ['c\n\tr="A1"', 'r', 'A1'],
    ['c r="A1"', 't', null],
    ['c xr="A1"', 'r', null],
  ])('%j has %s %j', (tag, name, value) => expect(attribute(tag, name)).toBe(value))
})

it('escapes are undone, those of Office too', () => {
  expect(unescapeXml('&lt;a&gt; &quot;&apos;&#x4e2d;&#20013;&unknown; &#0;')).toBe('<a> "\'中中&unknown; &#0;')
  expect(unescapeOffice('a_x000D_\nb_x005F_x0041_ _xZZ_')).toBe('a\nb_x0041_ _xZZ_')
})
