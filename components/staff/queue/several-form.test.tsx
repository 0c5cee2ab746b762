import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { SeveralForm } from './several-form'

it('is sent by pressing one of its buttons alone: Enter on a tick box presses one that does nothing', () => {
  const page = renderToStaticMarkup(
    <SeveralForm
      {...{ acts: ['take', 'assign', 'snooze'], officers: [], actorId: 'a', back: '' }}
      {...{ isPutOff: false, kept: null, t: translator('en') }}
    />,
  )
  const [first, ...others] = page.match(/<button[^>]*>|<input type="submit"[^>]*>/gu) ?? []
  expect(first).toContain('disabled')
  expect(others).toHaveLength(3)
})
