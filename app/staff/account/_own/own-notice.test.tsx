import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { OwnNotice } from './own-notice'

vi.mock('@/lib/config/env', () => ({ env: () => ({ forceSignIn: null }) }))

it.each([
  ['too-many', '10 on one day or 40 in a year, which is the most'],
  ['exists', 'That is there already.'],
  ['not-logged', 'could not be written to the log'],
])('why a form was not taken: %s', (problem, words) => {
  expect(renderToStaticMarkup(<OwnNotice query={{ problem }} t={translator('en')} />)).toContain(words)
})
