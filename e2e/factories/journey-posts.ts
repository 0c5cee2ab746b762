/** One posted step: its slug and its fields. */
export interface Post {
  readonly slug: string
  readonly fields: Readonly<Record<string, string | readonly string[]>>
}

/** Gives the text to type into a field, by the field's name. */
export type Words = (field: string) => string

/** A post as a browser would send it. */
export function formOf({ fields }: Post): URLSearchParams {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one)
  }
  return form
}

/** The contact plan with every way and every field. */
function contactPosts(words: Words): readonly Post[] {
  return [
    { slug: 'contact', fields: { contactChoice: 'plan' } },
    { slug: 'ways', fields: { safeWays: ['call', 'text', 'email', 'post', 'trusted'], othersSee: 'no' } },
    {
      slug: 'details',
      fields: {
        name: words('name'),
        pronouns: words('pronouns'),
        phone: '07700 900461',
        email: `${words('email').replaceAll(' ', '.')}@example.test`,
        postalAddress: words('postalAddress'),
        trustedPerson: words('trustedPerson'),
      },
    },
    {
      slug: 'times',
      fields: { contactWhen: 'only-at', contactTimes: words('contactTimes'), voicemail: 'no' },
    },
    {
      slug: 'say',
      fields: {
        maySay: 'neutral',
        ifSomeoneElse: 'wrong-number',
        coverStory: words('coverStory'),
        mustNotKnow: ['partner', 'work'],
        mustNotKnowWho: words('mustNotKnowWho'),
      },
    },
    { slug: 'code', fields: { returnCode: 'yes' } },
  ]
}

function helpPosts(words: Words): readonly Post[] {
  return [
    {
      slug: 'preferences',
      fields: {
        officerPreferences: ['plain-clothes'],
        excludeDistricts: ['watford'],
        excludeWho: words('excludeWho'),
      },
    },
  ]
}

/** A report for somebody else, with every field filled in, in the order of the steps. */
export function reportPosts(words: Words): readonly Post[] {
  return [
    { slug: 'role', fields: { role: 'on-behalf' } },
    { slug: 'behalf', fields: { theyKnow: 'agree', relation: 'friend', contactWhom: 'me' } },
    { slug: 'what', fields: { whatHappened: ['abuse', 'threats'], account: words('account') } },
    {
      slug: 'when',
      fields: {
        whenKind: 'day',
        'whenDate-day': '3',
        'whenDate-month': '2',
        'whenDate-year': '2026',
        whenWords: words('whenWords'),
      },
    },
    { slug: 'before', fields: { happenedBefore: 'worse', beforeWords: words('beforeWords') } },
    { slug: 'where', fields: { placeKind: 'street' } },
    {
      slug: 'place',
      fields: {
        postcode: 'SG1 1AB',
        address: words('address'),
        placeDescription: words('placeDescription'),
      },
    },
    { slug: 'district', fields: { district: 'stevenage' } },
    {
      slug: 'why',
      fields: {
        strands: ['race', 'transgender-identity'],
        seenAs: ['was-with'],
        whyWords: words('whyWords'),
      },
    },
    {
      slug: 'who',
      fields: {
        suspect: ['neighbour'],
        suspectCount: 'several',
        suspectNear: 'yes',
        suspectWords: words('suspectWords'),
      },
    },
    { slug: 'harm', fields: { harm: ['threats', 'afraid-home'], harmWords: words('harmWords') } },
    { slug: 'officer', fields: { wantsOfficer: 'yes' } },
    ...helpPosts(words),
    { slug: 'outcome', fields: { outcome: ['record'] } },
    { slug: 'needs', fields: { needs: ['interpreter'], languages: ['cy'], needsWords: words('needsWords') } },
    ...contactPosts(words),
  ]
}

/** A liaison request with every field filled in, in the order of the steps. */
export function liaisonPosts(words: Words): readonly Post[] {
  return [
    { slug: 'reason', fields: { reason: ['progress', 'outed'] } },
    { slug: 'words', fields: { account: words('account'), earlierReference: words('earlierReference') } },
    { slug: 'safety', fields: { harm: ['under-18'] } },
    { slug: 'area', fields: { postcode: 'SG1 1AB' } },
    { slug: 'district', fields: { district: 'stevenage' } },
    ...helpPosts(words),
    { slug: 'needs', fields: { needs: ['quiet-place'], languages: ['cy'], needsWords: words('needsWords') } },
    ...contactPosts(words),
  ]
}

/** The equality questions, all on one form. */
export function equalityPost(words: Words): Post {
  return {
    slug: 'about-you',
    fields: {
      ageGroup: '25-34',
      sex: 'female',
      genderSame: 'yes',
      gender: words('gender'),
      orientation: 'bi',
      ethnicity: 'm1',
      religion: 'none',
      disability: 'no',
    },
  }
}
