const english = `
a about above after again all also always am an and another any anybody anyone anything are aren't around as ask at away back be because
been before being best better between big both bring but by call called came can can't cannot come comes could day days did didn't do does
doesn't doing don't done down each early either else email end even ever every everybody everyone everything feel few find first five for
four free friend friends from full gave get gets give given go goes going gone good got great had happy has hasn't have haven't having he
hello help her here hers hi him his home how hour hours house i i'd i'll i'm i've if in into is isn't it it's its just keep kind know last late
later leave left less let letter like line little live long look lot made make many may maybe me mean meet message messages might mine minute
minutes moment more morning most much must my name need never new news next nice night no nobody not nothing now number of off often ok okay old
on once one only open or other others our ours out over own page people person phone please put question questions quite rather reach read
ready reply right ring said same say says see seem send sent she should sit since so some somebody someone something soon still such suit
sure take talk tell text than thank thanks that that's the their theirs them then there these they thing things think this those thought three
time times to today together told tomorrow too try two under until up us use used very visit wait waiting want wanted wants was wasn't way we
week weeks welcome well went were what when where which while who why will wish with without won't word words work would write year years yes
yesterday yet you you'd you'll you're you've young your yours monday tuesday wednesday thursday friday saturday sunday
`
const welsh = `
a ac am ar at ateb atebwch aros bod bore byddai bydd chi chwith cael da dim diwrnod diolch dros dweud dydd e efallai ei eich ein eisiau er eto
fe fel felly ffôn ffoniwch ffonio fi fod fory fy fydd gael gan gennym gennych gwybod gyda hefyd heno heddiw hi hoffem hoffwn hwn hyn i'r i'w mae
mewn mwy na neges newydd neu ni nid nos o'r oes os pan pawb pryd pwy rhaid rhif rhoi rhwng rhywbeth rhywun roedd rwy rydym rydych sgwrs siarad
sut sydd pnawn tan testun ti tro trwy un unrhyw unwaith wedi wrth wythnos wneud y yfory ym yma yn ynghylch yr ydych ysgrifennu
`

/** Words that everybody says of anything: they tell nothing of anybody. */
export const saidOften: ReadonlySet<string> = new Set(`${english} ${welsh}`.trim().split(/\s+/u))
