import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { WithName } from './with-name'

const t = translator('en')

it.each(['عمر', '{name} <b>', '\u2069', '\uFFFC'])('sets the name %s apart, and nothing else', (name) => {
  const drawn = renderToStaticMarkup(
    <WithName name={name} say={(named) => t('offer.asked.inRow', { name: named })} />,
  )
  const escaped = name.replace('<b>', '&lt;b&gt;')
  expect(drawn).toBe(`<bdi>${escaped}</bdi> is asked`)
})

it('keeps what stands before and after', () => {
  const drawn = renderToStaticMarkup(<WithName name="Ada" say={(name) => `It is ${name}, today.`} />)
  expect(drawn).toBe('It is <bdi>Ada</bdi>, today.')
})
