import { expect, it } from 'vitest'
import { addressesOf, namesOf } from './addresses.ts'

const here = 'http://localhost:3000'
const [report, desk] = ['https://report.example.test', 'https://desk.example.test']

it.each<[Record<string, string>, readonly string[]]>([
  [{}, []],
  [{ PUBLIC_URL: `${here}/` }, []],
  [{ PUBLIC_URL: report }, [report]],
  [{ PUBLIC_URL: report, STAFF_URL: report }, [report]],
  [{ PUBLIC_URL: report, STAFF_URL: desk }, [report, desk]],
  [{ PUBLIC_URL: report, STAFF_URL: desk, TIER: 'public' }, [report]],
  [{ PUBLIC_URL: report, STAFF_URL: desk, TIER: 'staff' }, [desk]],
])('with %j a start says that it is served as %j', (given, names) => {
  expect(namesOf(given, here)).toEqual(names)
})

it('what was chosen is kept for the commands of an operator, and nothing else of the environment', () => {
  expect(addressesOf({ AUTH_SECRET: 'x' }, here)).toEqual({ PUBLIC_URL: here })
  const chosen = { PUBLIC_URL: report, STAFF_URL: desk, FORCE: 'bedfordshire' }
  expect(addressesOf({ ...chosen, PATH: '/bin' }, here)).toEqual(chosen)
})
