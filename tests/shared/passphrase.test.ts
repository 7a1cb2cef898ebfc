import { expect, test } from 'vitest'
import { passphraseOf, passphraseStrength, passphraseWords, wordsInPassphrase } from '#shared/passphrase.ts'

test('there are 256 words, all different, short, and of plain letters', () => {
  expect(new Set(passphraseWords).size).toBe(256)
  expect(passphraseWords.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([])
})

test('every byte names a word', () => {
  expect(passphraseOf(new Uint8Array([0, 255]))).toBe(`${passphraseWords[0]} ${passphraseWords[255]}`)
})

test.each([
  ['', 'weak'],
  ['hunter2', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['harbour-2026', 'fair'],
  ['twelve quiet harbours', 'good'],
  ['海港十二静夜', 'fair'],
  ['海港十二静夜灯塔远帆', 'good'],
] as const)('%s is %s', (text, strength) => {
  expect(passphraseStrength(text)).toBe(strength)
})

test('what is suggested is good, whatever is drawn', () => {
  for (let first = 0; first < 256; first += 1) {
    const bytes = Uint8Array.from({ length: wordsInPassphrase }, (_, at) => (first + at * 37) % 256)
    expect(passphraseStrength(passphraseOf(bytes))).toBe('good')
  }
})
