import type { Answers } from '@/lib/journey/definition'

/** Ways to be reached, as people choose them. Telephone numbers are of the range kept for fiction. */
export const textOnly: Answers = {
  contactChoice: 'plan',
  safeWays: ['text'],
  othersSee: 'yes',
  name: 'Sam',
  pronouns: 'they/them',
  phone: '07700 900123',
  contactWhen: 'only-at',
  contactDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  contactHours: ['18-20', '20-22'],
  contactTimes: 'Never at weekends.',
  maySay: 'neutral',
  coverStory: 'About the bike I am selling',
  mustNotKnow: ['partner', 'parents'],
  mustNotKnowWho: 'They use another name for me at home. Do not ask for Sam there.',
  returnCode: 'no',
  identityWords: 'I am a trans man. Nobody at home knows.',
  previousName: 'Samantha',
  mayKnow: 'only-the-officer',
}

export const callOrMail: Answers = {
  contactChoice: 'plan',
  safeWays: ['call', 'email'],
  othersSee: 'no',
  name: 'Mrs Iwona Zielińska',
  phone: '01632 960477',
  email: 'iwona@example.test',
  contactWhen: 'any-time',
  voicemail: 'name-only',
  maySay: 'police',
  ifSomeoneElse: 'hang-up',
  returnCode: 'no',
}

export const throughFriend: Answers = {
  contactChoice: 'plan',
  safeWays: ['trusted', 'code'],
  othersSee: 'not-sure',
  name: 'R.',
  trustedPerson: 'My key worker, Jess, 01632 960233, weekdays 9 to 5',
  maySay: 'neutral',
  mustNotKnow: ['family', 'faith'],
}

export const codeOnly: Answers = { contactChoice: 'code-only' }
export const anonymous: Answers = { contactChoice: 'anonymous', returnCode: 'no' }
