// Counts what the test runners report, for the one closing line of `npm test`.
import { existsSync, readFileSync } from 'node:fs'

export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

export function sum(totals) {
  const add = (key) => totals.reduce((result, total) => result + total[key], 0)
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') }
}

export function readVitest(file, code) {
  return read(file, code, (report) => ({
    passed: report.numPassedTests,
    // A file that does not even load holds no failed test, yet is one.
    failed: report.numFailedTests + report.testResults.filter(isBrokenFile).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }))
}

function isBrokenFile(result) {
  return result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed')
}

export function readPlaywright(file, code) {
  return read(file, code, ({ stats, errors }) => ({
    // A test that passed when tried again passed; the runner's own report names it as flaky.
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }))
}

/** A runner that ended badly without naming a failed test counts as one failure. */
function read(file, code, count) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const total = count(JSON.parse(readFileSync(file, 'utf8')))
  return code !== 0 && total.failed === 0 ? { ...total, failed: 1 } : total
}
