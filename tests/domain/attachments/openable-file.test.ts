import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOpenable } from '#main/domain/attachments/openable-file.ts'
import { safeFileName } from '#main/domain/files/file-name.ts'

const pdf = new TextEncoder().encode('%PDF-1.7')

describe('a file that is never opened', () => {
  test('is known by its ending, however it is written', () => {
    for (const name of [
      'setup.exe',
      'SETUP.EXE',
      'invoice.pdf.exe',
      'run.bat',
      'a.vbs',
      'a.ps1',
      'a.scr',
      'a.lnk',
      'a.url',
      'tool.command',
      'a.desktop',
      'a.AppImage',
      'page.html',
      'drawing.svg',
      'library.jar',
      'disk.iso',
      'invoice.exe.',
      'invoice.exe . .',
      'folder/invoice.exe',
    ])
      expect([name, isOpenable(name, pdf)]).toEqual([name, false])
  })

  test('is one with macros, one that connects elsewhere, and any that nobody thought of', () => {
    const names = 'a.rdp a.library-ms a.iqy a.slk a.wim a.docm a.xlsm a.pptm a.xls a.doc a.dotm a.oqy a.unheardof'
    for (const name of names.split(' ')) expect([name, isOpenable(name, pdf)]).toEqual([name, false])
  })

  test('is known by its first bytes, whatever its name', () => {
    const heads = ['MZ\u0090', '\u007fELF', '#!/bin/sh', 'Êþº¾', 'Ïúíþ'].map((text) => Buffer.from(text, 'latin1'))
    for (const head of heads) expect(isOpenable('invoice.pdf', head)).toBe(false)
  })

  test('or whose ending nobody can tell', () => {
    for (const name of ['invoice', '', '...', 'invoice.']) expect(isOpenable(name, pdf)).toBe(false)
    // What stands behind a colon is a stream of the file on Windows; here it is part of the name.
    expect(isOpenable('invoice.pdf:run.exe', pdf)).toBe(false)
  })

  test('unlike papers, pictures, tables, drawings and messages', () => {
    for (const name of ['a.pdf', '合同.docx', 'b.XLSX', 'c.jpg', 'd.dwg', 'e.eml', 'f.txt', 'g.csv', 'h.zip', 'i.step'])
      expect([name, isOpenable(name, pdf)]).toEqual([name, true])
    expect(isOpenable('empty.txt', new Uint8Array())).toBe(true)
  })
})

describe('a safe name', () => {
  test('is a name and nothing else', () => {
    expect(safeFileName('C:\\Users\\x\\..\\a.pdf')).toBe('a.pdf')
    expect(safeFileName('../../etc/passwd')).toBe('passwd')
    expect(safeFileName('a.pdf:evil.exe')).toBe('a.pdf_evil.exe')
    expect(safeFileName('CON.txt')).toBe('_CON.txt')
    expect(safeFileName('-rf.pdf')).toBe('rf.pdf')
    expect(safeFileName('exe\u202efdp.exe')).toBe('exe_fdp.exe')
    expect(safeFileName(' . ')).toBe('file')
    expect(safeFileName('报关单 2026.pdf')).toBe('报关单 2026.pdf')
    expect(safeFileName(`${'长'.repeat(200)}.pdf`)).toHaveLength(120)
  })

  test('whatever it is made of, it stays within its folder and keeps what tells its kind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const safe = safeFileName(name)
        expect(safe).not.toMatch(/[/\\:\p{Cc}\u202a-\u202e]/u)
        expect(safe).not.toMatch(/^\.|[. ]$/)
        expect(safe.length).toBeGreaterThan(0)
        expect(safe.length).toBeLessThanOrEqual(121)
        expect(safeFileName(safe)).toBe(safe)
        expect(isOpenable(safe, pdf)).toBe(isOpenable(name, pdf))
      }),
      { numRuns: 500 },
    )
  })
})
