import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { noHourWords, ownHoursWords } from '@/components/journey/no-hour'
import { locales } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { WhatHappens, readersOf } from './what-happens'

vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))

const aCode = /return code|dychwelyd/i

test.each(locales.flatMap((locale) => [true, false].map((hasCode) => [locale, hasCode] as const)))(
  'in "%s" a return code is spoken of only to those who get one: %s',
  (locale, hasCode) => {
    const drawn = renderToStaticMarkup(
      <WhatHappens
        t={translator(locale)}
        hours="8"
        promise="We promise."
        reachable={hasCode}
        ownHours={null}
        noHour={null}
        hoursHref="/report/hours"
        readers="usual"
        hasCode={hasCode}
      />,
    )
    expect(aCode.test(drawn)).toBe(hasCode)
  },
)

test.each([
  [false, false, /liaison officers for the area/],
  [false, true, /read it first/],
  [true, true, /Only supervisors/],
])('restricted %s, an officer left out in words %s: who can open it', (restricted, namesExclusion, said) => {
  const drawn = renderToStaticMarkup(
    <WhatHappens
      t={translator('en')}
      hours="8"
      promise="We promise."
      reachable
      ownHours={null}
      noHour={null}
      hoursHref="/report/hours"
      readers={readersOf({ restricted, namesExclusion })}
      hasCode
    />,
  )
  expect(drawn).toMatch(said)
})

test.each(locales)('in "%s" whoever ticked no safe hour is told so, with the way to the hours', (locale) => {
  const drawn = (words: string | null) =>
    renderToStaticMarkup(
      <WhatHappens
        t={translator(locale)}
        hours="8"
        promise="We promise."
        reachable
        ownHours={null}
        noHour={words}
        hoursHref="/report/hours"
        readers="usual"
        hasCode
      />,
    )
  const t = translator(locale)
  const words = noHourWords(['call', 'email'], t, locale) ?? ''
  expect(words).toContain(t('public.noHour.call'))
  expect(words).not.toContain(t('public.noHour.text'))
  expect(drawn(words)).toContain(words)
  expect(drawn(words)).toContain('href="/report/hours"')
  expect(drawn(null)).not.toContain('/report/hours')
  expect(noHourWords([], t, locale)).toBeNull()
})

test.each(locales)('in "%s" it is told when the hours of somebody begin, where that is later', (locale) => {
  const t = translator(locale)
  const words = ownHoursWords(new Date('2026-11-28T20:00:00Z'), t, locale) ?? ''
  expect(words).toMatch(/Saturday 28 November at 8:00 ?pm|ddydd Sadwrn/u)
  const drawn = renderToStaticMarkup(
    <WhatHappens
      t={t}
      hours="8"
      promise="We promise."
      reachable
      ownHours={words}
      noHour={null}
      hoursHref="/report/hours"
      readers="usual"
      hasCode
    />,
  )
  expect(drawn).toContain(words)
  expect(drawn.indexOf(words)).toBeGreaterThan(drawn.indexOf('We promise.'))
  expect(ownHoursWords(null, t, locale)).toBeNull()
})
