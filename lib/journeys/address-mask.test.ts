import { describe, expect, it } from 'vitest'
import { addressQuestions, answersWithoutAddresses, hasAddress, withoutAddresses } from './address-mask'
import { liaison } from './liaison'
import { report } from './report'

const row = (questionId: string, value: string) => ({ questionId, stepSlug: 's', label: 'l', value })

describe('hiding addresses', () => {
  it('leaves nothing of one, and everything else', () => {
    const sections = [
      {
        id: 'where',
        title: 'Where',
        rows: [
          ...addressQuestions.map((id) => row(id, `SECRET ${id}`)),
          row('account', 'told'),
          row('phone', '0'),
        ],
      },
    ]
    const masked = withoutAddresses(sections)
    expect(JSON.stringify(masked)).not.toContain('SECRET')
    expect(masked[0]?.rows.map(({ hidden, value }) => hidden ?? value)).toEqual([
      true,
      true,
      true,
      'told',
      '0',
    ])
  })

  it('says that a question was left blank as before', () => {
    const blank = { ...row('address', 'left blank'), blank: true } as const
    expect(withoutAddresses([{ id: 'a', title: 'A', rows: [blank] }])[0]?.rows).toEqual([blank])
  })

  it('takes them out of answers', () => {
    const answers = { postcode: 'SG1 1AA', address: null, postalAddress: 'x', name: 'Sam' }
    expect(answersWithoutAddresses(answers)).toEqual({ name: 'Sam' })
    expect(hasAddress(answers)).toBe(true)
    expect(hasAddress({ postcode: null, address: null, name: 'Sam' })).toBe(false)
  })

  it('knows every question of a postcode or with an address in its name', () => {
    const asked = [report, liaison].flatMap(({ steps }) => steps.flatMap(({ questions }) => [...questions]))
    const found = asked.filter(({ id, kind }) => kind === 'postcode' || /address|postcode/iu.test(id))
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(addressQuestions))
  })
})
