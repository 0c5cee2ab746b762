import type { Force, SupportService } from '@/lib/domain/force'

/** In the order to show them: what may be needed first comes first. */
const topics = [
  'crisis',
  'everyone',
  'hate-crime',
  'lgbt',
  'transgender-identity',
  'sexual-orientation',
  'race',
  'religion',
  'disability',
  'domestic-abuse',
  'honour-based-abuse',
  'sexual-violence',
  'sexual-health',
  'children',
] as const

export interface TopicServices {
  readonly topic: string
  readonly services: readonly SupportService[]
}

/** The force's support services under every topic they help with; topics nobody helps with are left out. */
export function servicesByTopic(force: Force): readonly TopicServices[] {
  return topics
    .map((topic) => ({ topic, services: force.support.filter(({ helps }) => helps.includes(topic)) }))
    .filter(({ services }) => services.length > 0)
}
