import { describe, expect, it } from 'vitest'
import { isSamePlan, newsState } from './mark'

describe('the mark of a state of a case', () => {
  it('tells another contact plan from everything else that changes', () => {
    expect(isSamePlan('0-3-100-4', '0-4-200-5')).toBe(true)
    expect(isSamePlan('0-3-100-4', '1-4-200-5')).toBe(false)
    expect(isSamePlan('1-3-100-4', '11-3-100-4')).toBe(false)
  })
})

describe('news of a case', () => {
  it('waits until the page is asked for anew, and is shown once it is another', () => {
    expect(newsState({ mark: '0-2', asked: null }, '0-1')).toBe('waits')
    expect(newsState({ mark: '0-2', asked: '0-1' }, '0-1')).toBe('fetched')
    expect(newsState({ mark: '0-2', asked: '0-1' }, '0-2')).toBe('shown')
  })

  it('is shown by a page that is newer than what was told', () => {
    expect(newsState({ mark: '0-2', asked: '0-1' }, '0-3')).toBe('shown')
  })

  it('still waits where an earlier fetch brings a page without it', () => {
    expect(newsState({ mark: '0-3', asked: null }, '0-2')).toBe('waits')
    expect(newsState({ mark: '0-3', asked: null }, '0-3')).toBe('shown')
  })
})
