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
        needs: 'call',
        text: 'Hello. I would like to ring you, at a time that is good for you. If that does not suit you, just tell me.',
      },
      {
        id: 'tried',
        needs: 'call',
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
        needs: 'call',
        text: 'Helo. Hoffwn eich ffonio, ar adeg sy’n dda i chi. Os nad yw hynny’n gyfleus, rhowch wybod i mi.',
      },
      {
        id: 'tried',
        needs: 'call',
        text: 'Helo. Ceisiais eich ffonio. Nid oes brys, a byddaf yn ceisio eto ddiwrnod arall.',
      },
      {
        id: 'look',
        text: 'Helo. Rwyf wedi gadael rhywbeth i chi ei ddarllen, lle buoch yn edrych o’r blaen.',
      },
    ],
  },
}
