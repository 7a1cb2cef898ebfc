// Which of a package's optional parts belong to this platform, and which of those are missing.
import { describe, expect, test } from 'vitest'
import { missingParts } from '../../scripts/native-parts.mjs'

const parser = {
  optionalDependencies: Object.fromEntries(
    ['linux-x64-gnu', 'linux-x64-musl', 'linux-arm64-gnu', 'darwin-arm64', 'win32-x64-msvc', 'wasm32-wasi'].map(
      (part) => [`@parser/binding-${part}`, '1.2.3'],
    ),
  ),
}
const linter = {
  optionalDependencies: {
    '@linter/cli-linux-x64': '2.0.0',
    '@linter/cli-linux-x64-musl': '2.0.0',
    '@linter/cli-win32-x64': '2.0.0',
  },
}
const glibc = { platform: 'linux', arch: 'x64', isMusl: false }
const none = () => false

describe('missingParts', () => {
  test.each([
    [glibc, ['@parser/binding-linux-x64-gnu@1.2.3']],
    [{ ...glibc, isMusl: true }, ['@parser/binding-linux-x64-musl@1.2.3']],
    [{ platform: 'darwin', arch: 'arm64', isMusl: false }, ['@parser/binding-darwin-arm64@1.2.3']],
    [{ platform: 'win32', arch: 'x64', isMusl: false }, ['@parser/binding-win32-x64-msvc@1.2.3']],
    [{ platform: 'linux', arch: 'riscv64', isMusl: false }, []],
  ])('for %j', (system, expected) => {
    expect(missingParts(parser, system, none)).toEqual(expected)
  })

  test('a part without a libc in its name is the one for glibc', () => {
    expect(missingParts(linter, glibc, none)).toEqual(['@linter/cli-linux-x64@2.0.0'])
    expect(missingParts(linter, { ...glibc, isMusl: true }, none)).toEqual(['@linter/cli-linux-x64-musl@2.0.0'])
  })

  test('what is there is not missing', () => {
    expect(missingParts(parser, glibc, () => true)).toEqual([])
    expect(missingParts({}, glibc, none)).toEqual([])
  })
})
