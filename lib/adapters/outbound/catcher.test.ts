import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { catchLetter } from './catcher'

const folder = join(mkdtempSync(join(tmpdir(), 'alongside-caught-')), 'outbox')
vi.mock('@/lib/config/env', () => ({ env: () => ({ OUTBOX_DIR: folder, LOG_LEVEL: 'silent' }) }))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const letter = {
  id: 'one',
  way: 'email',
  to: 'sam@example.test',
  subject: 'Something new',
  text: 'Hello.',
  toReporter: true,
} as const

it('keeps an e-mail as a mail program opens it, and a text as text, once, for its owner alone', async () => {
  await catchLetter(letter)
  await catchLetter(letter)
  await catchLetter({ ...letter, id: 'two', way: 'text', to: '07700 900123' })
  expect(readdirSync(folder).sort()).toEqual(['one.eml', 'two.txt'])
  expect(readFileSync(join(folder, 'one.eml'), 'utf8')).toMatch(
    /To: .*sam@example\.test[\s\S]*Subject: Something new[\s\S]*Hello\./u,
  )
  expect(readFileSync(join(folder, 'two.txt'), 'utf8')).toBe('To: 07700 900123\n\nHello.\n')
  expect(statSync(join(folder, 'one.eml')).mode & 0o077).toBe(0)
})

it.each(['a@example.test, b@example.test', 'A <a@example.test>'])(
  'writes to one address and never to %j as several',
  async (to) => {
    await catchLetter({ ...letter, id: 'odd', to })
    const [, line = ''] = /^To: (.*)$/mu.exec(readFileSync(join(folder, 'odd.eml'), 'utf8')) ?? []
    expect(line.match(/</gu)?.length ?? 1).toBeLessThanOrEqual(1)
  },
)
