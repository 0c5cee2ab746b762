import type { Force } from '@/lib/domain/force'

/** What is sent where nothing may say whom it is from: proposals for the force to confirm, each held by a test to the check of what is sent. */
export const neutralLetters: Force['letters'] = {
  en: {
    subject: 'Something new',
    notice: 'Hello. There is something new for you to read, where you looked before.',
    templates: [
      { id: 'ring-me', text: 'Hello. Could you ring me when you have a quiet moment? Thank you.' },
      {
        id: 'will-ring',
        text: 'Hello. I will ring you tomorrow. If that does not suit you, just tell me when is better.',
      },
      {
        id: 'tried',
        text: 'Hello. I tried to ring you. There is no hurry, and I will try again another day.',
      },
      { id: 'look', text: 'Hello. I have left something for you to read, where you looked before.' },
    ],
  },
  cy: {
    subject: 'Rhywbeth newydd',
    notice: 'Helo. Mae rhywbeth newydd i chi ei ddarllen, lle buoch yn edrych o’r blaen.',
    templates: [
      { id: 'ring-me', text: 'Helo. A allwch chi fy ffonio pan fydd gennych funud dawel? Diolch.' },
      {
        id: 'will-ring',
        text: 'Helo. Byddaf yn eich ffonio yfory. Os nad yw hynny’n gyfleus, dywedwch pryd sy’n well.',
      },
      {
        id: 'tried',
        text: 'Helo. Ceisiais eich ffonio. Nid oes brys, a byddaf yn ceisio eto ddiwrnod arall.',
      },
      {
        id: 'look',
        text: 'Helo. Rwyf wedi gadael rhywbeth i chi ei ddarllen, lle buoch yn edrych o’r blaen.',
      },
    ],
  },
}
