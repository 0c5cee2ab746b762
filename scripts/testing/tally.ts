import { readFileSync } from 'node:fs'
import { failedTests, type SuiteOfPlaywright, type FileOfVitest } from './failed-tests.ts'

export interface Tally {
  readonly passed: number
  readonly failed: number
  /** What failed, a line each, so that the end of a long run says it as well as its middle. */
  readonly names?: readonly string[]
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numFailedTestSuites: number
  readonly testResults: readonly FileOfVitest[]
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly suites: readonly SuiteOfPlaywright[]
  readonly errors: readonly { readonly message?: string }[]
}

/** Counts a Vitest JSON report. A skipped test counts as failed: nothing here is skipped quietly. */
export function vitestTally(file: string): Tally {
  const report = read(file) as VitestReport
  const broken = report.numFailedTests === 0 ? report.numFailedTestSuites : 0
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + broken,
    names: failedTests.ofVitest(report.testResults),
  }
}

/** Counts a Playwright JSON report. Skipped and flaky tests, and errors outside tests, count as failed. */
export function playwrightTally(file: string): Tally {
  const { stats, suites, errors } = read(file) as PlaywrightReport
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
    names: [...failedTests.ofPlaywright(suites), ...failedTests.outside(errors)],
  }
}

/** A runner that failed counts as a failure even where no test of its own did. */
export function honest(tally: Tally, code: number | null): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
