import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { CloseFields } from './close-fields'
import { withdrawalOf } from './withdrawal'
import type { Withdrawal } from './withdrawal'

const form = (withdrawal: Withdrawal | null) =>
  renderToStaticMarkup(
    <CloseFields endings={[]} withdrawal={withdrawal} typed={() => undefined} t={translator('en')} />,
  )

it('says to whoever closes whether they want to be told, where that was kept', () => {
  expect(form({ wantsToHear: true })).toContain('They want to be told when it is closed')
  expect(form({ wantsToHear: false })).toContain('do not want to be told that it is closed')
  for (const unsaid of [{ wantsToHear: null }, null]) expect(form(unsaid)).not.toContain('be told')
})

it('counts while the case is open, and not once it is closed', () => {
  const withdrawn = { withdrawnAt: new Date('2026-11-21T12:00:00Z'), wantsToHear: true }
  expect(withdrawalOf({ ...withdrawn, status: 'new' })).toEqual({ wantsToHear: true })
  expect(withdrawalOf({ ...withdrawn, status: 'closed' })).toBeNull()
  expect(withdrawalOf({ withdrawnAt: null, wantsToHear: null, status: 'new' })).toBeNull()
})
