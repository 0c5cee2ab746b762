import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ErrorSummary } from './error-summary'

const items = [{ target: 'day', message: 'Type a real date' }]
const drawn = (first?: { titleId: string; node: string }) =>
  renderToStaticMarkup(<ErrorSummary title="There is a problem" items={items} attempt={0} first={first} />)

it('names and shows what is more urgent before what is wrong, in the one box that is gone to', () => {
  const html = drawn({ titleId: 'help', node: 'Call 999' })
  expect(html).toMatch(/^<div id="problem" [^>]*aria-labelledby="help problem-title"[^>]*>Call 999<div/u)
  expect(html).toMatch(/There is a problem.*href="#day"[^>]*>Type a real date/u)
})

it('is named by its own title where nothing is', () => {
  expect(drawn()).toContain('aria-labelledby="problem-title"')
})
