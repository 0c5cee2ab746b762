import { describe, expect, it } from 'vitest'
import { dangerMessage, deskAlerts, isControlRoomDue } from './desk-alerts'
import { riskRules } from './risk'

describe('who must be told of a case', () => {
  it.each(riskRules.map(({ id, action }) => [id, action] as const))('%s asks for %s', (id, action) => {
    const alerts = deskAlerts({ status: 'new', riskRules: [id] })
    expect(alerts.controlRoom).toEqual(action === 'show-999' ? [id] : [])
    expect(alerts.supervisor).toEqual(action === 'supervisor' ? [id] : [])
  })

  it('is nobody once the case is closed, or for a rule that is gone', () => {
    const nobody = { controlRoom: [], supervisor: [] }
    expect(deskAlerts({ status: 'closed', riskRules: riskRules.map(({ id }) => id) })).toEqual(nobody)
    expect(deskAlerts({ status: 'new', riskRules: ['no-longer-a-rule'] })).toEqual(nobody)
  })

  it('is the control room, told before or not, of a message that says there is danger, until somebody has seen to it', () => {
    const found = { status: 'in-progress', riskRules: ['close'], controlRoomTold: true }
    expect(deskAlerts({ ...found, dangerAt: new Date() }).controlRoom).toEqual([dangerMessage])
    expect(isControlRoomDue({ ...found, dangerAt: new Date() })).toBe(true)
    expect(isControlRoomDue({ ...found, dangerAt: null })).toBe(false)
  })

  it.each([
    ['new', ['threats-near'], false, true],
    ['in-progress', ['happening-now', 'close'], false, true],
    ['new', ['threats-near'], true, false],
    ['closed', ['threats-near'], false, false],
    ['new', ['close'], false, false],
  ])('%s with %j, told %s: the control room is due %s', (status, rules, controlRoomTold, due) => {
    expect(isControlRoomDue({ status, riskRules: rules, controlRoomTold })).toBe(due)
  })
})
