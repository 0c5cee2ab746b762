import { describe, expect, it } from 'vitest'
import { grants } from './policy'
import { caseActions } from './role-grants'
import { rightsOf } from './role-rights'
import { roles } from './words'

describe('what a role may do, in words', () => {
  it.each(roles)('names every act the policy grants to %s, and no other', (role) => {
    const actor = { id: 'a', name: '', role, districts: ['d'] }
    const granted = caseActions.filter((action) => grants(actor, action).length > 0)
    const named = new Set(
      rightsOf(role).rights.flatMap(({ actions, afterProof }) => [...actions, ...afterProof]),
    )
    expect(caseActions.filter((action) => named.has(action))).toEqual(granted)
  })

  it.each(roles)('leaves out no condition of %s but the one of every right: no conflict', (role) => {
    const always = 1
    const actor = { id: 'a', name: '', role, districts: ['d'] }
    for (const action of caseActions) {
      const said = rightsOf(role).rights.flatMap(({ actions, afterProof, conditions }) => [
        ...(actions.includes(action) ? [conditions.length] : []),
        ...(afterProof.includes(action) ? [conditions.length + 1] : []),
      ])
      const granted = grants(actor, action).map((grant) => Object.keys(grant).length - always)
      expect(said.toSorted()).toEqual(granted.toSorted())
    }
  })

  it.each(roles)('says no condition of %s twice: what needs a proof besides stands with the rest', (role) => {
    const said = rightsOf(role).rights.map(({ conditions }) => conditions.join(' '))
    expect(new Set(said).size).toBe(said.length)
    for (const { actions, afterProof } of rightsOf(role).rights)
      expect(afterProof).toEqual([
        ...(actions.includes('open') ? ['reveal-address'] : []),
        ...(actions.includes('request-erasure') ? ['erase', 'export'] : []),
        ...(actions.includes('close') ? ['hand-out'] : []),
      ])
  })

  it('has no case for an administrator, an auditor and a strategic lead', () => {
    expect(rightsOf('administrator')).toMatchObject({
      rights: [],
      areas: ['advice', 'officers', 'figures', 'record-types', 'accounts'],
    })
    expect(rightsOf('auditor')).toMatchObject({ rights: [], areas: ['advice', 'figures', 'audit'] })
    expect(rightsOf('strategic-lead')).toMatchObject({ rights: [], areas: ['figures'] })
  })
})
