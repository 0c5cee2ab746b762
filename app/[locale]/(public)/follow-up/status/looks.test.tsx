import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import { roles } from '@/lib/domain/words'
import { Looks } from './looks'

const lastOn = new Date('2026-11-24')

describe.each(locales)('who has looked, in %s', (locale) => {
  const shown = (looks: Parameters<typeof Looks>[0]['looks']) =>
    renderToStaticMarkup(<Looks looks={looks} worried="" locale={locale} />)

  it.each(roles)('says the role %s in words, and a day without a time', (role) => {
    const html = shown([{ role, lastOn }])
    expect(html).toContain(locale === 'en' ? 'last on 24 November 2026' : 'diwethaf: 24 Tachwedd 2026')
    expect(html).not.toMatch(/\d:\d\d/u)
    expect(html.match(/<li/gu)).toHaveLength(1)
  })

  it('says so kindly when nobody has', () => {
    expect(shown([])).toContain(
      locale === 'en' ? 'Nobody has opened what you sent yet.' : 'Does neb wedi agor yr hyn a anfonoch eto.',
    )
    expect(shown([])).not.toContain('<ul')
  })
})
