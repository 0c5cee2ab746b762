import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import type { Letter } from '@/lib/domain/outbound/letter'
import { startMailServer } from '@/scripts/testing/outbound-servers'
import { sendBySmtp } from './smtp'

const mail = await startMailServer()
vi.mock('@/lib/config/env', () => ({
  env: () => ({
    SMTP_URL: mail.url,
    MAIL_FROM: 'desk@example.test',
    MAIL_FROM_NEUTRAL: 'hello@example.test',
  }),
}))
beforeEach(() => {
  mail.letters.length = 0
})
afterAll(() => mail.stop())

const letter: Letter = {
  ...{ id: 'one', way: 'email', to: 'sam@example.test', subject: 'Something new', text: 'Hello.' },
  toReporter: true,
}

it.each([
  [true, 'From: hello@example.test'],
  [false, 'From: desk@example.test'],
])('comes from the neutral address where it is to a reporter: %s', async (toReporter, from) => {
  mail.mode = 'takes'
  expect(await sendBySmtp({ ...letter, toReporter })).toEqual({ ref: null })
  expect(mail.letters).toMatchObject([{ to: letter.to }])
  expect(mail.letters[0]?.raw).toContain(from)
})

it.each(['never', 'no-words'] as const)(
  'is refused for good where it is about the letter: %s',
  async (mode) => {
    mail.mode = mode
    expect(await sendBySmtp(letter)).toEqual({ refused: 'refused' })
  },
)

it.each(['later', 'no-sender', 'no-relay', 'hangs-up'] as const)(
  'is to be tried again where it is about us, or about now: %s',
  async (mode) => {
    mail.mode = mode
    await expect(sendBySmtp(letter)).rejects.toThrow()
  },
)
