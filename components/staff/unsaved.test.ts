import { describe, expect, it } from 'vitest'
import { watchLeaving } from './unsaved'

const [note, reveal] = ['the note', 'showing the address']
const written = (text: string) => [{ form: note, text }]

describe('leaving a page with words in a field', () => {
  it.each([
    ['by a link', null, 'Rang at ten', true],
    ['by another form', reveal, 'Rang at ten', true],
    ['by its own form', note, 'Rang at ten', false],
    ['by another form, with nothing typed', reveal, ' \n', false],
    ['by a link, with nothing typed', null, '', false],
  ])('%s', (_how, sent, text, loses) => {
    const leaving = watchLeaving<string>()
    if (sent !== null) leaving.send(sent)
    expect(leaving.wouldLose(written(text))).toBe(loses)
  })

  it('asks for the words of other forms when one of two is sent', () => {
    const leaving = watchLeaving<string>()
    leaving.send(note)
    expect(leaving.wouldLose([...written('a'), { form: 'a message', text: 'b' }])).toBe(true)
  })

  it('asks again after somebody stayed: what was sent then was not', () => {
    const leaving = watchLeaving<string>()
    leaving.send(note)
    leaving.wouldLose(written('a'))
    expect(leaving.wouldLose(written('a'))).toBe(true)
  })

  it('asks for words in a field of no form', () => {
    expect(watchLeaving<string>().wouldLose([{ form: null, text: 'a' }])).toBe(true)
  })
})
