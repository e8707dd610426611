/** Words of English that stand in every account and tell nothing of any. Contractions are written with a straight apostrophe. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'a an the this that these those such same other another own both each every either neither any some no none all',
    'i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers',
    'herself it its itself they them their theirs themselves one ones who whom whose which what whoever whatever',
    'am is are was were be been being have has had having do does did doing done will would shall should can could',
    'may might must ought need cannot got get gets getting go goes going gone went let lets',
    'not nor never and or but if so than then because since until unless while whether though although as also too',
    'of in on at by to from for with without within into onto upon out off over under above below between among',
    'against about around after before during through across behind beyond near per via up down again back away',
    'here there where when why how now just only even ever still yet already always often once more most much many',
    'less least few several very quite rather almost enough else',
    "i'm i've i'd i'll you're you've you'd you'll he'd he'll she'd she'll it'd it'll we're we've we'd we'll they're",
    "they've they'd they'll isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't",
    "shan't shouldn't can't couldn't mightn't mustn't needn't ain't that'll there'd",
    // Money has a column of its own, and every account of a bill names some currency.
    'eur gbp usd chf sek nok dkk pln czk huf cad aud nzd jpy inr zar',
    'im ive id dont didnt doesnt isnt wasnt cant couldnt wont wouldnt havent hasnt',
  ]
    .join(' ')
    .split(' '),
);
