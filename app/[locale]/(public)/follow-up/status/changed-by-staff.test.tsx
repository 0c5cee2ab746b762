import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { locales } from '@/lib/i18n/locales'
import { ChangedByStaff } from './changed-by-staff'

vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))

it.each(locales)(
  'says in %s when staff changed how they may be reached, and what to do if that was not them',
  (locale) => {
    const at = new Date('2026-11-24T20:00:00Z')
    const html = renderToStaticMarkup(<ChangedByStaff at={at} locale={locale} />)
    expect(html).toContain(locale === 'en' ? 'Tuesday 24 November' : 'ddydd Mawrth, 24 Tachwedd')
    expect(html).toContain('href="#message"')
    expect(html).toMatch(/href="(?:\/cy)?\/follow-up\/contact"/u)
  },
)

it('says nothing where they said it themselves last', () => {
  expect(renderToStaticMarkup(<ChangedByStaff at={null} locale="en" />)).toBe('')
})
