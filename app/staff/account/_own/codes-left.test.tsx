import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { CodesLeft } from './codes-left'

const said = (hasPassword: boolean, recoveryCodes: number) =>
  renderToStaticMarkup(<CodesLeft factors={{ hasPassword, recoveryCodes }} t={translator('en')} />)

it('says how many codes are left to somebody whose password they go with', () => {
  expect(said(true, 0)).toContain('You have no recovery codes left. Make a set now')
  expect(said(true, 1)).toContain('Make a new set before they run out')
  expect(said(true, 10)).toContain('You have 10 recovery codes left.')
  expect(said(true, 10)).not.toContain('Make a new set')
})

it.each([0, 10])('warns nobody without a password, who could not use one, of the %i left', (left) => {
  expect(said(false, left)).not.toMatch(/left|Make a new set/u)
  expect(said(false, left)).toContain('go with a password')
})
