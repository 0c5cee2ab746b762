import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { sectionsId } from './desk-nav'
import { DeskShell } from './desk-shell'

const linkToSections = (asked: number) => {
  const html = renderToStaticMarkup(
    <DeskShell nav={null} notice={null} signedIn="Sam" hasKeys={false} asked={asked} t={translator('en')}>
      The page.
    </DeskShell>,
  )
  return new RegExp(`<a href="#${sectionsId}"[^>]*>([^<]*)</a>`, 'u').exec(html)?.[1]
}

it('says how many cases somebody is asked to take where the sections are folded away, and no 0', () => {
  expect(linkToSections(0)).toBe('Sections')
  expect(linkToSections(2)).toBe('Sections (2 asked of you)')
})
