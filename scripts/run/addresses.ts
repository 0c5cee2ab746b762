type Settings = Readonly<Record<string, string | undefined>>

/** What links are made from, as it was chosen, or else the address that is listened at. */
export function addressesOf(given: Settings, url: string): Readonly<Record<string, string>> {
  const { FORCE, PUBLIC_URL = url, STAFF_URL } = given
  return {
    PUBLIC_URL,
    ...(STAFF_URL === undefined ? {} : { STAFF_URL }),
    ...(FORCE === undefined ? {} : { FORCE }),
  }
}

/** The origins a process answers to that are not the one it listens at: there people get its pages, and at no other name. */
export function namesOf(given: Settings, url: string): readonly string[] {
  const { PUBLIC_URL = url, STAFF_URL = PUBLIC_URL, TIER = 'all' } = given
  const names = { all: [PUBLIC_URL, STAFF_URL], public: [PUBLIC_URL], staff: [STAFF_URL] }[TIER] ?? []
  return [...new Set(names.map((name) => new URL(name).origin))].filter((name) => name !== url)
}
