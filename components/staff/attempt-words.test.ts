import { expect, it } from 'vitest'
import { attemptWords } from '@/components/staff/attempt-words'
import { waysKnown } from '@/lib/domain/contact/known-by'
import { contactWays } from '@/lib/domain/contact/may-use'
import { translator } from '@/lib/i18n/translate'

const t = translator('en')
const said = (detail: Record<string, string>) => attemptWords({ type: 'plan-changed', detail }, t)

it.each(waysKnown)('says of a plan that staff changed that they were known by %s', (known) => {
  expect(said({ by: 'staff', known })).toMatch(/^How it was known that it is them: \S.+\.$/u)
})

it('says what is wider, each by a word of its own, and nothing where the reporter changed it', () => {
  const codes = [...contactWays, 'hours', 'voicemail', 'police', 'elsewhere']
  const words = said({ by: 'staff', widened: codes.join(' ') })
  expect(words).toMatch(/^Widened: allowed now and not before: /u)
  expect(words.split(', ')).toHaveLength(codes.length + 1)
  expect(said({ by: 'staff', widened: 'hours call' })).toBe(
    'Widened: allowed now and not before: more hours, calls.',
  )
  expect(said({ by: 'reporter', reach: 'out' })).toBe('')
})
