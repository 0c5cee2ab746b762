import { describe, expect, it } from 'vitest'
import { caseActions, grants } from './policy'
import { rightsOf } from './role-rights'
import { roles } from './words'

describe('what a role may do, in words', () => {
  it.each(roles)('names every act the policy grants to %s, and no other', (role) => {
    const actor = { id: 'a', name: '', role, districts: ['d'] }
    const granted = caseActions.filter((action) => grants(actor, action).length > 0)
    const named = new Set(rightsOf(role).rights.flatMap(({ actions }) => actions))
    expect(caseActions.filter((action) => named.has(action))).toEqual(granted)
  })

  it.each(roles)('leaves out no condition of %s', (role) => {
    const actor = { id: 'a', name: '', role, districts: ['d'] }
    for (const action of caseActions) {
      const said = rightsOf(role)
        .rights.filter(({ actions }) => actions.includes(action))
        .map(({ conditions }) => conditions.length)
      expect(said).toEqual(grants(actor, action).map((grant) => Object.keys(grant).length))
    }
  })

  it('has no case for an administrator and an auditor', () => {
    expect(rightsOf('administrator')).toMatchObject({ rights: [], areas: ['officers', 'accounts'] })
    expect(rightsOf('auditor')).toMatchObject({ rights: [], areas: ['audit'] })
  })
})
