import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { locales } from '@/lib/i18n/locales'
import { PassedOn } from './passed-on'

vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))

const passed = [{ partner: 'bedfordshire', at: new Date('2026-11-24T20:00:00Z') }]

it.each(locales)(
  'says in %s which force has it, since when, and that the code goes on working here',
  (locale) => {
    const html = renderToStaticMarkup(<PassedOn passed={passed} locale={locale} />)
    expect(html).toContain('Bedfordshire Police')
    expect(html).toContain(locale === 'en' ? '24 November' : '24 Tachwedd')
    expect(html).toContain(
      locale === 'en' ? 'Your code goes on working here' : 'Bydd eich cod yn dal i weithio yma',
    )
  },
)

it('says nothing where no other force has it', () => {
  expect(renderToStaticMarkup(<PassedOn passed={[]} locale="en" />)).toBe('')
})
