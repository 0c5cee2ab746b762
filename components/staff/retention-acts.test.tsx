import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { RetentionActs } from './retention-acts'
import type { LifeAct } from './retention-acts'

const shown = (acts: readonly LifeAct[]) =>
  renderToStaticMarkup(
    <RetentionActs
      {...{ id: 'f', action: '/act', eraseAction: '/erase', actorId: 'a', longer: '12 months', acts }}
      typed={{ sure: 'yes' }}
      t={translator('en')}
    />,
  )

describe('the form that erases', () => {
  it.each<[readonly LifeAct[]]>([[['erase', 'decline']], [['erase', 'decline', 'hold']]])(
    'with %j does something else when Enter is pressed in it',
    (acts) => {
      const buttons = shown(acts).match(/<button[^>]*>/gu) ?? []
      expect(buttons).toHaveLength(acts.length)
      expect(buttons.findIndex((button) => button.includes('formAction="/erase"'))).toBe(acts.length - 1)
    },
  )

  it('asks to confirm it, each time anew', () => {
    const [box = ''] = /<input[^>]*name="sure"[^>]*>/u.exec(shown(['erase', 'decline'])) ?? []
    expect(box).toContain('value="yes"')
    expect(box).not.toContain('checked')
  })
})
