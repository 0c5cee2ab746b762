/** What in a message may mean that somebody is in danger, by what it is about. */
export const dangerSigns = ['killing', 'weapon', 'near', 'hurt', 'trapped', 'self-harm', 'help'] as const
export type DangerSign = (typeof dangerSigns)[number]

/**
 * Beginnings of words, and words that follow each other, in English and in Welsh (with its mutations); `*` is the rest of a word. Written as
 * `says-danger` reads a text: small letters, no accents, no apostrophes. They are wide on purpose: a number that is shown to somebody who
 * does not need it costs them a moment, and one that is not shown to somebody who does may cost them everything.
 */
export const dangerPhrases: Readonly<Record<DangerSign, readonly string[]>> = {
  killing: listed(
    'kill*, murder*, going to die, gonna die, want me dead, wants me dead, dead tonight',
    'fear for my life, scared for my life, afraid for my life, my life is in danger, set fire, burn*',
    'lladd*, ladd*, llofrudd*, lofrudd*, ofn am fy mywyd, mynd i farw, rhoi ar dan, llosgi',
  ),
  weapon: listed(
    'knife*, knives, gun, guns, pistol*, shotgun*, machete*, weapon*, blade*, axe, hammer*',
    'baseball bat, a bat, bottle*, glass, acid, petrol, screwdriver, stab*, shoot*, shot at, cyllell*, gyllell*, chyllell*',
    'nghyllell*, gwn, dryll*, ddryll*, arf*, morthwyl, trywan*, saethu',
  ),
  near: listed(
    'outside*, front door, back door, my door, tu fas, at my door, at the door, at our door',
    'at my window, in my house, in my flat, in my home, in my garden, follow* me, follow* us',
    'chas* me, stalk* me, break* in, broke in, broken in, trying to get in, kick* my door',
    'kick* the door, bang* on, smash*, is here now, are here now, hes here, shes here, theyre here',
    'he is here, she is here, they are here, he is back, hes back, she is back, shes back',
    'they are back, theyre back, happening now, right now, coming for me, coming for us',
    'coming after me, coming to get, come for me, on his way, on her way, on their way, wait* for me',
    'found me, found us, knows where i live, know where i live, tu allan, wrth y drws, wrth fy nrws',
    'torri i mewn, ceisio dod i mewn, dilyn fi, fy nilyn, mae e yma, mae o yma, mae hi yma',
    'maen nhw yma, maent yma, yma nawr, yma rwan, ar ei ffordd, ar eu ffordd, yn fy nhy, yn fy fflat',
    'gwybod ble dwi, gwybod lle dwi, digwydd nawr, digwydd rwan',
  ),
  hurt: listed(
    'slap*, push* me, grab* me, by the throat, hands on me, hands round, hands around, throw* me, threw me',
    'hurt me, hurt us, hurt* him, hurt* her, hurting, hit me, hits me, hitting me, beat me, beat* up',
    'punch*, kicked me, attack*, assault*, strangl*, chok*, bleed*, blood, unconscious, collaps*',
    'cant breathe, cannot breathe, can not breathe, not breathing, injur*, rape*, poison*, threat*',
    'brifo, frifo, anaf*, ymosod*, curo, guro, gwaed*, waed*, tagu, dagu, anymwybodol, methu anadlu',
    'bygwth, bygyth*, fygwth, fygyth*, mygwth, mygyth*, treisi*, dreisi*',
  ),
  trapped: listed(
    'locked the door, locked the doors, lock* us in, locked in, locked me, lock me in, wont let me, will not let me, trapped, held here',
    'keeping me here, cant get out, cannot get out, cant leave, cannot leave, took my phone',
    'forced marriage, force me to marry, forcing me to marry, taking me abroad, take me abroad',
    'kidnap*, took my child*, taking my child*, cloi i mewn, nghloi i mewn, methu gadael',
    'methu mynd allan, ddim yn gadael i mi, priodas dan orfod, herwgip*',
  ),
  'self-harm': listed(
    'suicid*, kill myself, end my life, end it all, end it tonight, take my own life, want to die',
    'wish i was dead, wish i were dead, want to disappear, no point living, no point in living, no point going on',
    'wanna die, dont want to live, do not want to live, dont want to be here',
    'do not want to be here anymore, better off dead, harm myself, hurt myself, hurting myself',
    'cut myself, cutting myself, self harm*, overdos*, took pills, taken pills, hang myself',
    'cant go on, cannot go on, no reason to live, jump off, jump in front, hunanladd*, lladd fy hun',
    'ladd fy hun, niweidio fy hun, brifo fy hun, frifo fy hun, eisiau marw, isio marw',
    'ddim eisiau byw, ddim isio byw, rhoi diwedd ar, gorddos*, methu mynd ymlaen, methu cario ymlaen',
  ),
  help: listed(
    'help, sos, afraid, scared, hiding, ofn, dwi ofn, 999, 112, emergency, danger*, ambulance, help me, help us, please help, send help, send somebody',
    'send someone, need help now, send the police, call the police, urgent*, not safe, unsafe',
    'im scared, terrified, i am scared, so scared, frightened, argyfwng, perygl*, berygl*, mherygl*',
    'pherygl*, ambiwlans, helpwch, help plis, angen help, ddim yn ddiogel, anniogel, galwch yr heddlu',
    'ffoniwch yr heddlu, brys, ofnus, ofn arna, mae ofn',
  ),
}

function listed(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(', '))
}
