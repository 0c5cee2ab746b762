import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { noHourWords } from '@/components/journey/no-hour'
import { locales } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { WhatHappens, readersOf } from './what-happens'

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
