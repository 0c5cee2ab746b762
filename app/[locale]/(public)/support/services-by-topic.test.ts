import { expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { servicesByTopic } from './services-by-topic'

it.each(Object.entries(forces))('%s: every support service is shown under a topic', (_id, force) => {
  const shown = servicesByTopic(force).flatMap(({ services }) => services.map(({ id }) => id))
  expect(new Set(shown)).toEqual(new Set(force.support.map(({ id }) => id)))
})

it.each(Object.entries(forces))('%s: no topic is empty', (_id, force) => {
  for (const { services } of servicesByTopic(force)) expect(services).not.toEqual([])
})
