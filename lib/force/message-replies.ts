import type { Force } from '@/lib/domain/force'

/** Texts to begin a message with. They promise no time and no outcome, and name no crime, no unit and nobody. */
export const messageReplies: Force['replies'] = {
  en: [
    { id: 'received', text: 'Thank you for your message. I have read it.' },
    {
      id: 'question',
      text: 'To help you I would like to know a little more. You choose what you tell me, and you can leave anything out.',
    },
    {
      id: 'contact-time',
      text: 'I would like to talk with you. When would be a good and safe time, and in which way? You can also go on writing here.',
    },
    {
      id: 'still-working',
      text: 'I am still working on what you told us. I write here as soon as there is something new. If anything changes for you, write to me here.',
    },
    {
      id: 'support',
      text: 'You do not have to go through this alone. On the page Support there are people to talk to, and most of them do not need to know who you are.',
    },
    {
      id: 'closing',
      text: 'Before I close this, I would like to be sure that nothing is left out. Is there anything else you want me to know or to do?',
    },
  ],
  cy: [
    { id: 'received', text: 'Diolch am eich neges. Rydw i wedi ei darllen.' },
    {
      id: 'question',
      text: 'Er mwyn eich helpu hoffwn wybod ychydig mwy. Chi sy’n dewis beth i’w ddweud wrthyf, a gallwch adael unrhyw beth allan.',
    },
    {
      id: 'contact-time',
      text: 'Hoffwn siarad â chi. Pryd fyddai’n amser da a diogel, ac ym mha ffordd? Gallwch hefyd ddal ati i ysgrifennu yma.',
    },
    {
      id: 'still-working',
      text: 'Rydw i’n dal i weithio ar yr hyn a ddywedoch wrthym. Byddaf yn ysgrifennu yma cyn gynted ag y bydd rhywbeth newydd. Os bydd unrhyw beth yn newid i chi, ysgrifennwch ataf yma.',
    },
    {
      id: 'support',
      text: 'Does dim rhaid i chi fynd trwy hyn ar eich pen eich hun. Ar y dudalen Cymorth mae pobl i siarad â nhw, a does dim angen i’r rhan fwyaf ohonynt wybod pwy ydych chi.',
    },
    {
      id: 'closing',
      text: 'Cyn i mi gau hyn, hoffwn fod yn siŵr nad oes dim wedi’i adael allan. Oes unrhyw beth arall yr hoffech i mi ei wybod neu ei wneud?',
    },
  ],
}
