import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { WhatHappens } from './what-happens'

const aCode = /return code|dychwelyd/i

test.each(locales.flatMap((locale) => [true, false].map((hasCode) => [locale, hasCode] as const)))(
  'in "%s" a return code is spoken of only to those who get one: %s',
  (locale, hasCode) => {
    const drawn = renderToStaticMarkup(
      <WhatHappens t={translator(locale)} hours="8" when="9" reachable={hasCode} hasCode={hasCode} />,
    )
    expect(aCode.test(drawn)).toBe(hasCode)
  },
)
