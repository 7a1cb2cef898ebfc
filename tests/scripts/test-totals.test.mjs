// The closing line of `npm test` counts every way in which a test can fail.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { closingLine, readPlaywright, readVitest, sum } from '../../scripts/test-totals.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'quayside-totals-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function report(content) {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults: [] }
const playwright = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] }

test('the line has one form, skipped only where there are some', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(closingLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped')
})

test('sums', () => {
  expect(
    sum([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 3, failed: 1, skipped: 0 },
    ]),
  ).toEqual({
    passed: 4,
    failed: 1,
    skipped: 2,
  })
})

test('vitest: tests, and files that did not load', () => {
  expect(readVitest(report(vitest), 0)).toEqual({ passed: 5, failed: 0, skipped: 3 })
  const broken = { status: 'failed', assertionResults: [] }
  const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] }
  const both = { ...vitest, numFailedTests: 1, testResults: [broken, failing] }
  expect(readVitest(report(both), 1).failed).toBe(2)
})

test('playwright: a test that passed at the second try passed; an error outside of tests is a failure', () => {
  expect(readPlaywright(report(playwright), 1)).toEqual({ passed: 5, failed: 1, skipped: 2 })
  expect(readPlaywright(report({ ...playwright, errors: [{}] }), 1).failed).toBe(2)
})

test('a bad end without a failed test, or without a report, is a failure', () => {
  expect(readVitest(report(vitest), 1).failed).toBe(1)
  expect(readVitest(path.join(folder, 'nothing.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})
