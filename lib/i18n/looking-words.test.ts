import { expect, it } from 'vitest'
import { flagOutcomes } from '@/lib/domain/looking/resolution'
import { decoyRule, lookingRules } from '@/lib/domain/looking/rule'
import { translator } from './translate'

const t = translator('en')

it.each([...lookingRules, 'several-signs', decoyRule])(
  'the rule %s has a name and says what it saw',
  (rule) => {
    expect(t(`staff.looking.name.${rule}`)).toMatch(/\w/u)
    expect(t(`staff.looking.rule.${rule}`)).toMatch(/\.$/u)
  },
)

it.each(Object.entries(flagOutcomes))('the outcome %s and its reasons have words', (outcome, reasons) => {
  for (const key of [`outcome.${outcome}`, ...reasons.map((reason) => `reason.${reason}`)])
    expect(t.has(`staff.looking.${key}`)).toBe(true)
})
