import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startTestClock } from './test-clock'

const folder = mkdtempSync(join(tmpdir(), 'alongside-clock-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** What a program says that goes by a clock. */
function said(program: string, settings: Readonly<Record<string, string>>): unknown {
  const args = ['--input-type=module', '--eval', `process.stdout.write(JSON.stringify(${program}))`]
  return JSON.parse(execFileSync(process.execPath, args, { env: { ...process.env, ...settings } }).toString())
}

it('has a program hear its time, in every way to ask for it, and leaves times that are written out', () => {
  const at = new Date('2040-03-06T15:00:00Z')
  const { settings, now } = startTestClock(folder, at)
  const asked = `[new Date().getTime(), Date.now(), Date.parse(Date()), new Date('2026-01-02').getTime(), new Date(5).getTime(),
    new Date() instanceof Date, structuredClone(new Date(7)) instanceof Date, new Date().constructor.name, Date.UTC(1970, 0, 2)]`
  const [made, told, written, ...others] = said(asked, settings({})) as readonly number[]
  for (const time of [made, told, (written ?? 0) + 999]) {
    expect(time).toBeGreaterThanOrEqual(at.getTime())
    expect(time).toBeLessThanOrEqual(now().getTime() + 1000)
  }
  expect(others).toEqual([Date.parse('2026-01-02'), 5, true, true, 'Date', 86_400_000])
})

it('goes on to where it is put, and never back', () => {
  const clock = startTestClock(folder, new Date('2040-03-06T15:00:00Z'))
  const later = new Date('2040-03-06T18:05:00Z')
  clock.goTo(later)
  expect(said('Date.now()', clock.settings({}))).toBeGreaterThanOrEqual(later.getTime())
  expect(() => {
    clock.goTo(new Date('2040-03-06T17:00:00Z'))
  }).toThrow('does not go back')
})

it('is loaded beside what else a test loads', () => {
  const { settings } = startTestClock(folder, new Date('2040-03-06T15:00:00Z'))
  expect(settings({ NODE_OPTIONS: '--import=./other.ts' }).NODE_OPTIONS).toMatch(
    /^--import=\.\/other\.ts --import=file:.*\/clock\/preload\.ts$/u,
  )
})
