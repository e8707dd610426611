const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words that begin with a capital after a greeting or under a letter and are nobody's name; in lower case. */
export const NOT_NAMES = words(
  `a an and at be by for from he her his i if in it its my no not of on or our she so the they this to we what when
  who why with you your all any back is was has have had do does did will would can could may might must shall should
  dr prof professor mr mrs ms miss sir sirs madam madame monsieur mister messrs ladies gentlemen customer customers client clients consumer member members
  service services serviço servizio servicio kundenservice kundendienst klantenservice asiakaspalvelu support team teams
  department dept desk office branch care complaints complaint billing sales help helpdesk manager managers management
  staff crew agent agents everybody everyone anybody anyone somebody someone nobody there folks guys friend friends
  colleague colleagues valued bank company limited ltd inc llc plc gmbh group corporation energy insurance
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december american british english scottish welsh irish french german spanish italian dutch polish
  canadian australian european asian african indian chinese japanese mexican swedish danish norwegian finnish portuguese
  very so too still just also only never always again please sorry thank thanks angry furious ridiculous disappointed
  unhappy fed tired writing calling aware unable sure happy upset pepper muscle who martens misspelled wrong missing
  damen herren herr frau heer mevrouw señores señor señora señorita signori signora signore zusammen alle leute
  x xx xxx xxxx xxxxx xxxxxx urgent urgently refund account order number date sent posted received cc re ps`,
);

/** Names that are words as well: alone they say nothing, beside the other half of a name they do. */
export const ALSO_WORDS = words(
  `art bank banks best bill black bond brown bush case chance chase christian church clay cook cross dale day dean drew
  faith field fields ford forest fox frank gene grace grant gray green hill holly hope hunter iris ivy jack joy king lane
  law lee long major mark marsh may miles mark mercy miller nick norm olive page park parks parker pat penny pearl price
  ray reed rich rob rose rush ruby sky smith speed star stone street summer sunny temple terry violet wade wall ward
  washington water waters west white will woods wood young sue van de la le di da el al von`,
);
