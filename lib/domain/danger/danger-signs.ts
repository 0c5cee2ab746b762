/** What in a message may mean that somebody is in danger, by what it is about. `worry`: words that ordinary messages hold too. */
export const dangerSigns = [
  ...(['killing', 'weapon', 'near', 'hurt', 'trapped', 'self-harm', 'help'] as const),
  'worry',
] as const
export type DangerSign = (typeof dangerSigns)[number]

/**
 * Phrases as `phraseFinder` reads them, in English and in Welsh (with its mutations). Written as `says-danger` reads a text: small letters, no
 * accents, no apostrophes. All of them show help, and are wide on purpose: a number that is shown to somebody who does not need it costs them a
 * moment, and one that is not shown to somebody who does may cost them everything. Those of `worry` alone wake nobody, so that those who are woken
 * believe it.
 */
export const dangerPhrases: Readonly<Record<DangerSign, readonly string[]>> = {
  killing: listed(
    'kill*, murder*, going to die, gonna die, want|wants me dead, dead tonight',
    'fear|scared|afraid for my life, my life is in danger, set fire, burn*, firework*',
    'lladd*, ladd, laddodd, laddith, laddan, laddwyd, llofrudd*, lofrudd*, ofn am fy mywyd, mynd i farw, rhoi ar dan, llosgi, tan gwyllt',
  ),
  weapon: listed(
    'knife*, knives, gun, guns, pistol*, shotgun*, machete*, weapon*, blade*, axe, hammer*, baseball bat',
    'has|have|had|got|holding|with a ~ bat, has|have|had|got|holding|with a ~ bottle|glass !of',
    'threw|throw*|smash* ~ bottle|bottles|glass, acid, petrol, screwdriver, stab*, shoot*, shot at',
    'cyllell*, gyllell*, chyllell*, nghyllell*, gwn, dryll*, ddryll*, arf*, morthwyl, trywan*, saethu',
  ),
  near: listed(
    'he|she|they|hes|shes|theyre|man|men|woman|boys|lads|gang|group|people|somebody|someone ~ outside',
    'he|she|they|hes|shes|theyre|man|men|somebody|someone ~ in|inside the|my|our house|flat|home|garden|building',
    'at the|my|our door, at the|my|our front|back|side door, at my|our window|windows, in my house, in my flat, in my home, in my garden',
    'he|she|they|hes|shes|theyre|somebody|someone ~ got in !touch|contact|trouble|the|a|an|my|his|her|their',
    'he|she is coming !to|with|along|on|at|next|tomorrow|too, they are coming !to|with|along|on|at|next|tomorrow|too',
    'hes|shes|theyre coming !to|with|along|on|at|next|tomorrow|too, follow* me, follow* us',
    'chas* me, stalk* me, breaking in, broke in, broken in, trying to get in, kick* my|the|our door',
    'bang* on, smash*, is here now, are here now, hes here, shes here, theyre here',
    'he|she is here, they are here, he|she is back, hes|shes|theyre back, they are back, happening now',
    'coming for me|us, coming after me|us, coming to get, come for me|us, on his|her|their way, waiting for me|us',
    'found me, found us, know|knows|found|finds ~ where i live, wont leave, will not leave, refus* to leave',
    'daughter|son|child|kid|kids|children|partner|brother|sister|friend ~ missing',
    'rhywun|dyn|nhw ~ tu allan|fas, nhw ~ tu allan|fas, mae en|on|e|o ~ tu allan|fas, wrth y drws, wrth fy nrws, torri i mewn',
    'ceisio dod i mewn, dilyn fi, fy nilyn, mae e|o|hi yma, maen nhw yma, maent yma, yma nawr, yma rwan',
    'rhywun|nhw|mae ~ yn y ty|fflat|ardd, maen nhwn dod, mae en|on|hin dod, ar ei|eu ffordd, yn fy nhy, yn fy fflat, ar goll',
    'gwybod ble dwi, gwybod lle dwi, digwydd nawr, digwydd rwan, gwrthod gadael',
  ),
  hurt: listed(
    'slap*, push* me, pin* me down, held|hold* me down, grab* me, by the throat, hands on me, hands round, hands around',
    'throw*|threw me, throw*|threw|thrown ~ at me|us|my|our, set ~ dog|dogs on me|us',
    'hurt me, hurt us, hurt* him, hurt* her, hurting, hit|hits|hitting|beat|beats|beating|kick* me|us',
    'hit|hits|hitting|hurt|beat|beats|beating|kick* my !feelings, beat* up',
    'he|she|they|hes|shes|theyre ~ got|has|have|took|taken|taking my|our kids|children|child|son|daughter|baby',
    'punch*, attacked, attacking, assaulted, assaulting, strangl*, chok*, bleed*, blood, unconscious, collaps*',
    'cant breathe, cannot breathe, can not breathe, not breathing, injured, rape*, poison*, threaten*',
    'brifo, frifo, anafu, ymosododd, yn ymosod, wedi ymosod, curo, guro, mwrw, nharo, nghuro, gwaed*, waed*, tagu, dagu, anymwybodol',
    'methu anadlu, bygwth, fygwth, mygwth, treisi*, dreisi*',
  ),
  trapped: listed(
    'locked the door, locked the doors, lock* us in, locked in, locked me, lock me in, wont let me, will not let me, trapped, held here',
    'keeping me here, cant get out, cannot get out, cant leave, cannot leave, took my phone',
    'forced marriage, force me to marry, forcing me to marry, taking me abroad, take me abroad',
    'kidnap*, took my child*, taking my child*, cloi i mewn, nghloi i mewn, methu gadael',
    'methu mynd allan, ddim yn gadael i mi, priodas dan orfod, herwgip*',
  ),
  'self-harm': listed(
    'suicid*, kill myself, end my life, end it all, end it tonight, going to end it, gonna end it, take my own life, want to die',
    'wish i was dead, wish i were dead, want to disappear, no point living, no point in living, no point going on',
    'wanna die, dont want to live, do not want to live, dont want to be here',
    'do not want to be here anymore, better off dead, harm myself, hurt myself, hurting myself',
    'cut myself, cutting myself, self harm*, overdos*, took|taken|swallow* ~ pills|tablets|paracetamol, hang myself',
    'cant go on, cannot go on, cant cope, cannot cope, no reason to live, jump off, jump in front, hunanladd*, lladd fy hun',
    'ladd fy hun, niweidio fy hun, brifo fy hun, frifo fy hun, eisiau marw, isio marw, cymryd|gymryd ~ tabledi',
    'ddim eisiau byw, ddim isio byw, rhoi diwedd ar, gorddos*, methu mynd ymlaen, methu cario ymlaen, methu ymdopi',
  ),
  help: listed(
    'sos, help me !understand|with|to|fill|find|write|decide|know|please, help us !understand|with|to|know, please help !me|us|with|to, send help',
    'i need help !with|to|understanding|filling|finding|writing, need help now, send somebody, send someone, send the police, call the police',
    'need|send|call|get an ambulance, is|its an emergency, in danger, in real|great|immediate danger, not safe !to, unsafe',
    'dont|not|cant|never feel|feeling safe, hiding in|under|behind|from|upstairs, afraid of him|her|them, scared of him|her|them',
    'scared to, too scared, im scared, i am scared, so scared, im so scared, terrified, frightened',
    'perygl*, berygl*, mherygl*, pherygl*, helpwch, help plis, angen help nawr, angen help rwan, ddim yn ddiogel, ddim yn saff, anniogel',
    'galwch yr heddlu, ffoniwch yr heddlu, ofn arna, ofn fe|fo|ef|hi|nhw',
  ),
  worry: listed(
    'help, afraid, scared, hiding, outside, front door, back door, my door, right now, wait* for me, break in',
    'a bat, bottle*, glass, emergency, urgent*, 999, 112, ambulance, danger*, not safe, attack*, assault*, injur*, threat*, hurts me',
    'ofn, ofnus, brys, argyfwng, ambiwlans, angen help, tu allan, tu fas, ymosod*, anaf*, bygyth*, fygyth*, mygyth*',
  ),
}

function listed(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(', '))
}
